import { z } from 'zod'
import { Instant } from './entities'
import { ChannelId, MessageId, ReminderId, UserId } from './ids'

export const Repetition = z.enum(['daily', 'weekdays', 'weekly', 'monthly', 'yearly'])
export type Repetition = z.infer<typeof Repetition>

/** Something that the assistant says when its time has come: to a person, or in a channel. */
export const Reminder = z.object({
  id: ReminderId,
  text: z.string(),
  createdBy: UserId,
  /** Who is reminded; null: everybody in `channelId`. */
  userId: UserId.nullable(),
  channelId: ChannelId.nullable(),
  /** The message that it is about. */
  message: z.object({ id: MessageId, channelId: ChannelId, seq: z.int() }).nullable(),
  dueAt: Instant,
  /** The zone that its days and hours are counted in: that of who made it. */
  timeZone: z.string(),
  repeats: Repetition.nullable(),
  /** It has been said and waits to be ticked off or put off. */
  isDue: z.boolean(),
  createdAt: Instant,
})
export type Reminder = z.infer<typeof Reminder>
