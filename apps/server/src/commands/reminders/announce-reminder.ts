import type { Reminder, ReminderId } from '@parley/protocol'
import { type ReminderRow, readReminder } from '../../store/reminders'
import type { Write } from '../../store/write'

/** The inboxes of who made a reminder and who is reminded. */
export const reminderStreams = (row: Pick<ReminderRow, 'creator_id' | 'user_id'>): string[] => [
  ...new Set([row.creator_id, row.user_id ?? row.creator_id]),
]

export async function announceReminder({ rows, append }: Write, id: string): Promise<Reminder> {
  const reminder = await readReminder(rows, id)
  const streams = reminderStreams({ creator_id: reminder.createdBy, user_id: reminder.userId })
  for (const stream of streams) append(stream, { type: 'reminder-saved', reminder })
  return reminder
}

export async function removeReminder({ rows, append }: Write, row: ReminderRow): Promise<void> {
  const { numDeletedRows } = await rows.deleteFrom('reminders').where('id', '=', row.id).executeTakeFirst()
  if (numDeletedRows === 0n) return
  const reminderId = row.id as ReminderId
  for (const stream of reminderStreams(row)) append(stream, { type: 'reminder-removed', reminderId })
}
