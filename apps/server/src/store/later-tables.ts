import type { ColumnType, Generated } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of what waits for its time, and of polls; see `migrations/0008-later.sql`. */
export interface LaterTables {
  scheduled_messages: ScheduledMessageTable
  reminders: ReminderTable
  poll_votes: { message_id: string; user_id: string; option: number; workspace_id: string; voted_at: Timestamp }
}

export interface ScheduledMessageTable {
  id: string
  workspace_id: string
  author_id: string
  channel_id: string
  thread_id: string | null
  is_also_in_channel: boolean
  text: string
  send_at: Timestamp
  time_zone: string
  failure: string | null
  created_at: Timestamp
}

export interface ReminderTable {
  id: string
  workspace_id: string
  creator_id: string
  user_id: string | null
  channel_id: string | null
  message_id: string | null
  text: string
  due_at: Timestamp
  time_zone: string
  repeats: 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'yearly' | null
  is_due: Generated<boolean>
  cause: string | null
  created_at: Timestamp
}
