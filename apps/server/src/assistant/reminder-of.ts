import type { FlowSlots } from '@parley/dialogue'
import { instantOf } from '../commands/reminders/next-occurrence'

/** When somebody is reminded who named a day and no time. */
const MORNING = '09:00'

/** What a confirmed request to be reminded says, by the clocks of a zone; null where it names no day. */
export function reminderOf(
  { reminder, date, time }: FlowSlots,
  timeZone: string,
): { readonly text: string; readonly dueAt: string } | null {
  if (typeof reminder !== 'string' || typeof date !== 'string') return null
  const wall = new Date(`${date}T${typeof time === 'string' ? time : MORNING}:00Z`)
  return Number.isNaN(wall.getTime()) ? null : { text: reminder, dueAt: instantOf(wall, timeZone).toISOString() }
}
