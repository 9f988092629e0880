import { unreadReplies } from '@parley/client'
import type { Message } from '@parley/protocol'
import { Link } from 'wouter'
import { clockTime, dayKey, exactTime, shortDate } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { threadPath } from '../conversation/message-path'

/** Under a message with replies: how many, when the last one came, whether one has not read them. Opens the thread. */
export function ThreadLine({ message }: { message: Message }) {
  const text = useText()
  const unread = useSession(({ threads }) => {
    const thread = threads.get(message.id)
    return thread ? unreadReplies(thread) : 0
  })
  if (message.replyCount === 0) return null
  return (
    <Link href={threadPath(message.channelId, message.id)} className="thread-line">
      <span className="thread-line__count">{text('web.thread.replies', { count: message.replyCount })}</span>
      {message.lastReplyAt && <LastReply at={message.lastReplyAt} />}
      {unread > 0 && (
        <span className="thread-line__unread">
          <span className="visually-hidden">{text('web.nav.unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  )
}

function LastReply({ at }: { at: string }) {
  const text = useText()
  const reader = useReader()
  const isToday = dayKey(at, reader) === dayKey(useNowMs(), reader)
  return (
    <time className="thread-line__time" dateTime={at} title={exactTime(at, reader)}>
      {text('web.thread.last', { time: isToday ? clockTime(at, reader) : shortDate(at, reader) })}
    </time>
  )
}
