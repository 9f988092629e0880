import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, Task } from '../entities'
import { ChannelId, ClientCommandId, MessageId, ReminderId, UserId } from '../ids'
import { Reminder, Repetition } from '../reminder'
import { filledText } from '../well-formed-text'

const REMINDER_TEXT_LIMIT = 2_000
const answer = z.object({ reminder: Reminder })

export const createReminder = command('reminders.create', {
  summary: 'Have the assistant remind you, somebody else, or a channel of something, once or again and again',
  access: 'signed-in',
  body: z.object({
    text: filledText(REMINDER_TEXT_LIMIT),
    dueAt: Instant,
    repeats: Repetition.nullable().default(null),
    /** Who is reminded; left out: yourself. */
    userId: UserId.optional(),
    /** Instead of a person: everybody in this channel, which the assistant must be in. */
    channelId: ChannelId.optional(),
    /** The message that it is about. */
    messageId: MessageId.optional(),
    clientCommandId: ClientCommandId.optional(),
  }),
  answer,
  errors: [
    'not_found',
    'not_a_member',
    'channel_archived',
    'assistant_absent',
    'time_out_of_range',
    'too_many_planned',
    'client_command_id_reused',
  ],
})

export const snoozeReminder = command('reminders.snooze', {
  summary: 'Put a reminder off to another time',
  access: 'signed-in',
  body: z.object({ reminderId: ReminderId, dueAt: Instant }),
  answer,
  errors: ['not_found', 'time_out_of_range'],
})

export const finishReminder = command('reminders.finish', {
  summary: 'Tick a reminder off, or cancel it; one that repeats ends',
  access: 'signed-in',
  body: z.object({ reminderId: ReminderId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const readTime = query('times.read', {
  summary:
    'What a text in Chinese or English says about when: the time in your zone, the repetition, and the other words',
  access: 'signed-in',
  input: z.object({ text: filledText(REMINDER_TEXT_LIMIT) }),
  answer: z.object({
    /** null: it names no time that lies ahead. */
    at: Instant.nullable(),
    repeats: Repetition.nullable(),
    /** The text without the words about when. */
    rest: z.string(),
    /** By when it would be due as a task, and the text without the words about that. */
    deadline: z.object({ due: Task.shape.due, rest: z.string() }),
  }),
  errors: ['rate_limited'],
})
