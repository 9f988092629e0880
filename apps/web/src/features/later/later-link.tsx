import { AlarmClock } from 'lucide-react'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { SidebarLink } from '../shell/sidebar-link'
import { LATER_PATH, REMINDERS_PATH } from './later-path'

/** There only while something waits; it counts what asks for attention: reminders that are due, messages that failed. */
export default function LaterLink() {
  const text = useText()
  const waiting = useSession(({ scheduledMessages }) => scheduledMessages.size)
  const reminders = useSession((session) => session.reminders.size)
  const urgent = useSession(
    ({ scheduledMessages, reminders }) =>
      [...scheduledMessages.values()].filter(({ failure }) => failure !== null).length +
      [...reminders.values()].filter(({ isDue }) => isDue).length,
  )
  if (waiting + reminders === 0) return null
  return (
    <SidebarLink
      href={waiting > 0 ? LATER_PATH : REMINDERS_PATH}
      icon={<AlarmClock size={16} />}
      label={text('web.later.title')}
      isCount={urgent > 0}
      note={urgent > 0 ? String(urgent) : ''}
      noteLabel={urgent > 0 ? text('web.later.urgent', { count: urgent }) : ''}
    />
  )
}
