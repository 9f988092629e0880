import type { Citation, MessageId } from '@parley/protocol'
import { usePanel } from '../../app/use-panel'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { usePlaceName } from '../knowledge/use-place-name'

interface SourceChipsProps {
  readonly citations: readonly Citation[]
  /** Of the reply; left out where there is no message. */
  readonly messageId?: MessageId | undefined
}

/** Numbered; each opens its document at the quoted passage. */
export function SourceChips({ citations, messageId }: SourceChipsProps) {
  const text = useText()
  const nameOf = usePlaceName()
  const sourceTitle = (citation: Citation) =>
    [titleOf(citation), citation.place && nameOf(citation.place)].filter(Boolean).join(' · ')
  const { open } = usePanel()
  const { client } = useServices()
  const show = ({ documentId, start, end }: Citation) => {
    open({ kind: 'document', id: documentId, start, end })
    // The search learns from it; whoever reads needs no word of it.
    if (messageId) client.command('questions.openSource', { messageId, documentId }).catch(() => undefined)
  }
  return (
    <ol className="sources" aria-label={text('web.assistant.sources')}>
      {citations.map((citation, index) => (
        <li key={`${citation.documentId}-${citation.start}`}>
          <button
            type="button"
            className="source-chip"
            title={citation.quote}
            aria-label={text('web.assistant.source', { number: index + 1, title: sourceTitle(citation) })}
            onClick={() => show(citation)}
          >
            <span className="source-chip__number" data-number={index + 1} />
            <span className="source-chip__title">{sourceTitle(citation)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** The document, and the heading that the passage stands under. */
function titleOf({ title, headingPath }: Citation): string {
  const heading = headingPath.at(-1)
  return heading && heading !== title ? `${title} › ${heading}` : title
}
