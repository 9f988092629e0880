import './reply-links.css'
import type { Message, ReplyLink } from '@parley/protocol'
import { CornerUpLeft } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { threadPath } from '../conversation/message-path'
import { useAnswered } from './use-answered'
import { useReplyLink } from './use-reply-link'

interface ReplyLinkLineProps {
  readonly message: Message
  readonly link: ReplyLink
}

/** Under a message that seems to answer an earlier one: which, and what can be said to that. */
export default function ReplyLinkLine({ message, link }: ReplyLinkLineProps) {
  const text = useText()
  const names = useNames()
  const answered = useAnswered(message, link)
  if (link.state === 'dismissed' || answered?.deletedAt) return null
  const name = names.personById(link.authorId)
  return (
    <div className="reply-link">
      <Link className="reply-link__answered" href={threadPath(message.channelId, link.messageId)}>
        <CornerUpLeft size={12} aria-hidden="true" />
        <span className="reply-link__name">
          {text(link.state === 'proposed' ? 'web.replyLink.seems' : 'web.replyLink.answers', { name })}
        </span>
        {answered && <span className="reply-link__text">{answered.text}</span>}
      </Link>
      {link.state === 'proposed' && <Choice message={message} link={link} />}
    </div>
  )
}

function Choice({ message, link }: ReplyLinkLineProps) {
  const text = useText()
  const [, navigate] = useLocation()
  const control = useReplyLink(message, link)
  if (!control) return null
  const open = () => {
    control.confirm()
    navigate(threadPath(message.channelId, link.messageId))
  }
  return (
    <span className="reply-link__choice">
      <button type="button" className="reply-link__button" onClick={open}>
        {text('web.replyLink.open')}
      </button>
      <button type="button" className="reply-link__button" onClick={control.dismiss}>
        {text('web.replyLink.not')}
      </button>
    </span>
  )
}
