import type { MessageId } from '@parley/protocol'
import { Link } from 'wouter'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useConversation } from './conversation-state'
import { threadPath } from './message-path'

/** Above a reply that channel and thread show: in the channel a way to the thread, in the thread that it is there, too. */
export function ReplyQuote({ threadId }: { threadId: MessageId }) {
  const text = useText()
  const { channelId, threadId: openId } = useConversation()
  const root = useSession((session) =>
    session.channels.get(channelId)?.window.messages.find((message) => message.id === threadId),
  )
  if (openId) return <p className="reply-quote">{text('web.thread.inChannelToo')}</p>
  return (
    <Link className="reply-quote" href={threadPath(channelId, threadId)}>
      <span className="reply-quote__name">{text('web.thread.repliedIn')}</span>
      {root && <span className="reply-quote__text">{root.deletedAt ? text('web.message.deleted') : root.text}</span>}
    </Link>
  )
}
