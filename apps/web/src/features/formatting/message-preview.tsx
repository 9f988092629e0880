import { useText } from '../../app/use-text'
import { MessageText } from '../conversation/message-text'

/** A message as the conversation will show it, while it is being written. */
export default function MessagePreview({ content }: { content: string }) {
  const text = useText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="message-preview" tabIndex={0} aria-label={text('web.format.preview')}>
      {content === '' ? (
        <p className="message-preview__empty">{text('web.format.previewEmpty')}</p>
      ) : (
        <MessageText content={content} isEdited={false} />
      )}
    </section>
  )
}
