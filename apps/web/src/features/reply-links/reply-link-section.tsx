import type { Message, ReplyLink } from '@parley/protocol'
import { percent } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useAnswered } from './use-answered'
import { useReplyLink } from './use-reply-link'

interface ReplyLinkSectionProps {
  readonly message: Message
  readonly link: ReplyLink
}

/** In "Why?": which message it answers, what spoke for that, who decided; and a way back. */
export default function ReplyLinkSection({ message, link }: ReplyLinkSectionProps) {
  const text = useText()
  const language = useLanguage()
  const names = useNames()
  const answered = useAnswered(message, link)
  const control = useReplyLink(message, link)
  const likely = { name: names.personById(link.authorId), percent: percent(link.confidence, language) }
  return (
    <section className="panel__section">
      <h3>{text('web.replyLink.title')}</h3>
      {answered && !answered.deletedAt && <blockquote className="reply-link__quoted">{answered.text}</blockquote>}
      <p>{text('web.replyLink.likely', likely)}</p>
      <ul className="reasons">
        {link.reasons.map((reason) => (
          <li key={reason}>{text(`web.replyLink.reason.${reason}`)}</li>
        ))}
      </ul>
      {link.decidedBy && link.state !== 'proposed' && (
        <p className="field__hint">
          {text(link.state === 'confirmed' ? 'web.replyLink.byPerson' : 'web.replyLink.dismissedBy', {
            name: names.personById(link.decidedBy),
          })}
        </p>
      )}
      {control && link.state === 'dismissed' && (
        <Button onClick={control.reopen}>{text('web.replyLink.reopen')}</Button>
      )}
      {control && link.state !== 'dismissed' && <Button onClick={control.dismiss}>{text('web.replyLink.not')}</Button>}
    </section>
  )
}
