import type { Reminder } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import type { ReminderTable } from './later-tables'

export type ReminderRow = Selectable<ReminderTable>

const LIMIT = 500

/** The reminders that a person made or is reminded by, those due first first: all, or these. */
export async function readReminders(rows: Database, userId: string, ids?: readonly string[]): Promise<Reminder[]> {
  if (ids?.length === 0) return []
  const own = selectReminders(rows)
    .where((where) => where.or([where('reminders.creator_id', '=', userId), where('reminders.user_id', '=', userId)]))
    .orderBy('reminders.due_at')
    .orderBy('reminders.id')
  const found = await (ids ? own.where('reminders.id', 'in', [...ids]) : own.limit(LIMIT)).execute()
  return found.map(asReminder)
}

export async function readReminder(rows: Database, id: string): Promise<Reminder> {
  return asReminder(await selectReminders(rows).where('reminders.id', '=', id).executeTakeFirstOrThrow())
}

export async function findReminder(rows: Database, id: string): Promise<Reminder | undefined> {
  const row = await selectReminders(rows).where('reminders.id', '=', id).executeTakeFirst()
  return row && asReminder(row)
}

const selectReminders = (rows: Database) =>
  rows
    .selectFrom('reminders')
    .leftJoin('messages', 'messages.id', 'reminders.message_id')
    .selectAll('reminders')
    .select(['messages.channel_id as message_channel_id', 'messages.seq as message_seq'])

type JoinedRow = ReminderRow & { readonly message_channel_id?: string | null; readonly message_seq?: number | null }

/** Without its message where that was not joined. */
export function asReminder(row: JoinedRow): Reminder {
  return {
    id: row.id as Reminder['id'],
    text: row.text,
    createdBy: row.creator_id as Reminder['createdBy'],
    userId: row.user_id as Reminder['userId'],
    channelId: row.channel_id as Reminder['channelId'],
    message: messageOf(row),
    dueAt: row.due_at.toISOString(),
    timeZone: row.time_zone,
    repeats: row.repeats,
    isDue: row.is_due,
    createdAt: row.created_at.toISOString(),
  }
}

/** Where the message is, and not what it says: who is reminded may not read it any more. */
function messageOf({ message_id, message_channel_id, message_seq }: JoinedRow): Reminder['message'] {
  if (!message_id || !message_channel_id || message_seq == null) return null
  type Found = NonNullable<Reminder['message']>
  return { id: message_id as Found['id'], channelId: message_channel_id as Found['channelId'], seq: message_seq }
}
