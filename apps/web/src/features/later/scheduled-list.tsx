import '../collected/collected.css'
import './later.css'
import type { ScheduledMessage } from '@parley/protocol'
import { CalendarClock } from 'lucide-react'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { usePendingRemovals } from '../../components/removals'
import { Moment } from '../collected/moment'
import { MessageText } from '../conversation/message-text'
import { FailureReason } from './failure-reason'
import { ScheduledActions } from './scheduled-actions'

/** By time, those first that could not be sent. */
export function ScheduledList() {
  const text = useText()
  const scheduled = useSession(({ scheduledMessages }) => scheduledMessages)
  const pending = usePendingRemovals()
  const shown = [...scheduled.values()].filter(({ id }) => !pending.has(id)).sort(byTime)
  if (shown.length === 0) {
    return <EmptyState icon={CalendarClock} title={text('web.later.empty')} hint={text('web.later.emptyHint')} />
  }
  return (
    <ul className="excerpts">
      {shown.map((message) => (
        <Scheduled key={message.id} message={message} />
      ))}
    </ul>
  )
}

const byTime = (one: ScheduledMessage, other: ScheduledMessage) =>
  Number(one.failure === null) - Number(other.failure === null) || Date.parse(one.sendAt) - Date.parse(other.sendAt)

function Scheduled({ message }: { message: ScheduledMessage }) {
  const text = useText()
  const names = useNames()
  const channel = useSession(({ channels }) => channels.get(message.channelId)?.channel)
  return (
    <li className="excerpt" data-is-failed={message.failure !== null}>
      <p className="excerpt__facts">
        <span className="excerpt__author">{channel ? names.channel(channel) : text('web.later.formerChannel')}</span>
        {message.threadId && <span>{text('web.threads.title')}</span>}
        <Moment at={message.sendAt} />
      </p>
      {message.failure && <FailureReason code={message.failure} />}
      <div className="excerpt__text">
        <MessageText content={message.text} isEdited={false} />
      </div>
      <ScheduledActions message={message} isHere={channel !== undefined} />
    </li>
  )
}
