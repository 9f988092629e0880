import type { MessageId } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useConversation } from './conversation-state'

/** The message that a reply belongs to, in one line. */
export function ReplyQuote({ threadId }: { threadId: MessageId }) {
  const text = useText()
  const names = useNames()
  const { channelId } = useConversation()
  const parent = useSession((session) =>
    session.channels.get(channelId)?.window.messages.find((message) => message.id === threadId),
  )
  if (!parent) return null
  return (
    <p className="reply-quote">
      <span className="reply-quote__name">
        {text('web.message.inReplyTo', { name: names.personById(parent.authorId) })}
      </span>
      <span className="reply-quote__text">{parent.deletedAt ? text('web.message.deleted') : parent.text}</span>
    </p>
  )
}
