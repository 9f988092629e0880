import '../collected/collected.css'
import './later.css'
import type { Reminder } from '@parley/protocol'
import { AlarmClock } from 'lucide-react'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { usePendingRemovals } from '../../components/removals'
import { Moment } from '../collected/moment'
import { ReminderActions } from './reminder-actions'
import { useReminded } from './use-reminded'

/** Those that are due first, then by time. */
export function ReminderList() {
  const text = useText()
  const reminders = useSession((session) => session.reminders)
  const pending = usePendingRemovals()
  const shown = [...reminders.values()].filter(({ id }) => !pending.has(id)).sort(byTime)
  if (shown.length === 0) {
    const hint = text('web.later.noRemindersHint')
    return <EmptyState icon={AlarmClock} title={text('web.later.noReminders')} hint={hint} />
  }
  return (
    <ul className="excerpts">
      {shown.map((reminder) => (
        <ReminderRow key={reminder.id} reminder={reminder} />
      ))}
    </ul>
  )
}

const byTime = (one: Reminder, other: Reminder) =>
  Number(other.isDue) - Number(one.isDue) || Date.parse(one.dueAt) - Date.parse(other.dueAt)

function ReminderRow({ reminder }: { reminder: Reminder }) {
  const text = useText()
  const whom = useReminded(reminder)
  return (
    <li className="excerpt" data-is-unread={reminder.isDue}>
      <p className="excerpt__facts">
        {reminder.isDue && <span className="excerpt__unread">{text('web.later.due')}</span>}
        <Moment at={reminder.dueAt} />
        {reminder.repeats && <span>{text(`web.later.${reminder.repeats}`)}</span>}
        {whom && <span>{whom}</span>}
      </p>
      <p className="later__text">{reminder.text}</p>
      <ReminderActions reminder={reminder} />
    </li>
  )
}
