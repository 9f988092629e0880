import { translate } from '@parley/locale'
import { type Language, ParleyError, UserId } from '@parley/protocol'
import { isMember } from '../../policies/channel-policy'
import { isKeptOut } from '../../policies/people-policy'
import { readActor, readAssistant } from '../../queries/read-actor'
import type { Services } from '../../services'
import { type ReminderRow, readReminder } from '../../store/reminders'
import type { Write } from '../../store/write'
import { openDirectChannel } from '../channels/open-direct-channel'
import { refuseAllButRepeated } from '../messages/refuse-all-but-repeated'
import { announceReminder, reminderStreams, removeReminder } from './announce-reminder'
import { nextOccurrence } from './next-occurrence'

/**
 * Says a reminder that is due, then notes it. The client id is made of the reminder and its time: said again after a
 * kill in between, it is there once.
 */
export async function deliverReminder(services: Services, row: ReminderRow): Promise<void> {
  const isWanted = await isStillWanted(services, row)
  if (isWanted && (await mayBeSaid(services, row))) await say(services, row)
  await services.store.write(row.workspace_id, reminderStreams(row), async (write) => {
    const now = services.store.now()
    const current = await write.rows.selectFrom('reminders').selectAll().where('id', '=', row.id).executeTakeFirst()
    // Ticked off or put off while it was being said.
    if (!current || current.due_at.getTime() !== row.due_at.getTime()) return
    if (!isWanted) return removeReminder(write, current)
    await moveOn(write, current, now)
  })
}

async function moveOn(write: Write, row: ReminderRow, now: Date): Promise<void> {
  if (!row.repeats && row.channel_id) return removeReminder(write, row)
  const change = row.repeats
    ? { due_at: nextOccurrence(row.due_at, row.repeats, row.time_zone, now) }
    : { is_due: true }
  await write.rows.updateTable('reminders').set(change).where('id', '=', row.id).execute()
  await announceReminder(write, row.id)
}

/** Whoever asked for it, and whoever is reminded, still has an account; in a channel, the one who asked is still in it. */
async function isStillWanted({ store: { rows } }: Services, row: ReminderRow): Promise<boolean> {
  const people = reminderStreams(row)
  const active = await rows
    .selectFrom('users')
    .select('id')
    .where('id', 'in', people)
    .where('is_active', '=', true)
    .execute()
  if (active.length < people.length) return false
  return row.channel_id === null || isMember(rows, row.channel_id, row.creator_id)
}

/** Whoever may not sign in speaks to nobody else, either; what repeats is said again when that is over. */
async function mayBeSaid({ store: { rows, now } }: Services, row: ReminderRow): Promise<boolean> {
  return row.user_id === row.creator_id || !(await isKeptOut(rows, row.creator_id, now()))
}

async function say(services: Services, row: ReminderRow): Promise<void> {
  const { rows } = services.store
  const listener = await readActor(rows, row.workspace_id, row.user_id ?? row.creator_id)
  const words = await wordsOf(services, row, listener.language)
  if (!row.channel_id) return speak(services, row, await directChannelOf(services, row, listener.userId), words)
  try {
    await speak(services, row, row.channel_id, words)
  } catch (error) {
    if (!(error instanceof ParleyError) || error.status >= 500) throw error
    const told = translate(listener.language, 'server.reminder.refused', { words })
    await speak(services, row, await directChannelOf(services, row, row.creator_id), told)
  }
}

async function directChannelOf(services: Services, row: ReminderRow, userId: string): Promise<string> {
  const { rows } = services.store
  const assistant = await readAssistant(rows, row.workspace_id)
  const person = await readActor(rows, row.workspace_id, userId)
  const { channel } = await openDirectChannel(services, person, { userIds: [UserId.parse(assistant.userId)] })
  return channel.id
}

async function speak({ store }: Services, row: ReminderRow, channelId: string, text: string): Promise<void> {
  const assistant = await readAssistant(store.rows, row.workspace_id)
  const saying = store.messages.store({
    workspaceId: row.workspace_id,
    channelId,
    authorId: assistant.userId,
    clientMessageId: reminderMessageId(row, channelId),
    threadId: null,
    text,
    card: null,
  })
  await saying.catch(refuseAllButRepeated)
}

/** Clients know by it which message belongs to which reminder. */
const reminderMessageId = (row: ReminderRow, channelId: string): string =>
  `reminder-${row.id}-${row.due_at.getTime().toString(36)}${channelId === row.channel_id ? '-c' : ''}`

async function wordsOf({ store: { rows } }: Services, row: ReminderRow, language: Language): Promise<string> {
  const { message } = await readReminder(rows, row.id)
  const label = translate(language, 'server.reminder.message')
  const link = message ? `\n\n[${label}](/c/${message.channelId}/m/${message.seq})` : ''
  if (row.creator_id === row.user_id) return translate(language, 'server.reminder.own', { text: row.text }) + link
  const { name } = await readActor(rows, row.workspace_id, row.creator_id)
  return translate(language, 'server.reminder.from', { name, text: row.text }) + link
}
