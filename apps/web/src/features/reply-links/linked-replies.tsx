import './reply-links.css'
import type { ChannelId, MessageId } from '@parley/protocol'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { messagePath } from '../conversation/message-path'

interface LinkedRepliesProps {
  readonly channelId: ChannelId
  readonly threadId: MessageId
}

/** In a thread: what was answered to its root in the channel, where it stays. */
export default function LinkedReplies({ channelId, threadId }: LinkedRepliesProps) {
  const text = useText()
  const names = useNames()
  const messages = useSession(({ channels }) => channels.get(channelId)?.window.messages)
  const replies = useMemo(
    () => messages?.filter(({ answers }) => answers?.messageId === threadId && answers.state === 'confirmed') ?? [],
    [messages, threadId],
  )
  if (replies.length === 0) return null
  return (
    <section className="linked-replies" aria-label={text('web.replyLink.inChannel')}>
      <h3 className="linked-replies__title">{text('web.replyLink.inChannel')}</h3>
      <ul>
        {replies.map((reply) => (
          <li key={reply.id}>
            <Link className="linked-reply" href={messagePath(reply)}>
              <span className="linked-reply__name">{names.personById(reply.authorId)}</span>
              <span className="linked-reply__text">{reply.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
