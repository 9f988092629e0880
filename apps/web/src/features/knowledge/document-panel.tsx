import './knowledge.css'
import { DocumentId, type QueryAnswer } from '@parley/protocol'
import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { NotFound } from '../shell/not-found'
import { cutDocument, type DocumentPart, isShort } from './cut-document'
import { usePlaceName } from './use-place-name'

export interface DocumentPanelProps {
  readonly documentId: string
  /** The quoted passage, in UTF-16 offsets of the plain text; null shows the document from its beginning. */
  readonly start: number | null
  readonly end: number | null
}

export default function DocumentPanel({ documentId, start, end }: DocumentPanelProps) {
  const id = DocumentId.safeParse(documentId).data
  return id ? <LoadedDocument id={id} start={start} end={end} /> : <NotFound />
}

interface LoadedDocumentProps {
  readonly id: DocumentId
  readonly start: number | null
  readonly end: number | null
}

function LoadedDocument({ id, start, end }: LoadedDocumentProps) {
  const text = useText()
  const { loaded, reload } = useQuery('knowledge.document', { documentId: id })
  if (loaded.phase === 'loading') return <SkeletonRows height={88} count={6} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { document, plainText, places } = loaded.answer
  return (
    <div lang={document.language === 'zh' ? 'zh-CN' : 'en'}>
      {!plainText.startsWith(document.title) && <h3 className="document__title">{document.title}</h3>}
      <DocumentText key={`${start}-${end}`} content={plainText} places={places} start={start} end={end} />
    </div>
  )
}

type Places = QueryAnswer<'knowledge.document'>['places']

interface DocumentTextProps {
  readonly content: string
  readonly places: Places
  readonly start: number | null
  readonly end: number | null
}

function DocumentText({ content, places, start, end }: DocumentTextProps) {
  const text = useText()
  const [isWhole, setIsWhole] = useState(isShort(content))
  const parts = useMemo(() => cutDocument(content, start, end, isWhole), [content, start, end, isWhole])
  const passage = useRef<HTMLElement>(null)
  useEffect(() => {
    // In a block: newer browsers answer a promise, which is no clean-up.
    void passage.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and a text holds nothing to press
    <div className="document" tabIndex={0}>
      {parts.map((part) => (
        <Fragment key={part.start}>
          <PlaceLine places={places} start={part.start} />
          <Paragraph part={part} passageRef={passage} />
        </Fragment>
      ))}
      {!isWhole && (
        <>
          <p className="field__hint">{text('web.source.shortened')}</p>
          <Button onClick={() => setIsWhole(true)}>{text('web.source.whole')}</Button>
        </>
      )}
    </div>
  )
}

/** Where a page, sheet or slide begins; a new one always begins a paragraph. */
function PlaceLine({ places, start }: { readonly places: Places; readonly start: number }) {
  const nameOf = usePlaceName()
  const place = places.find((one) => one.start === start)
  return place ? <h4 className="document__place">{nameOf(place)}</h4> : null
}

const LONGEST_HEADING = 60

/** Plain text knows no headings: a short line that is no sentence is shown as one. */
const isHeading = (paragraph: string): boolean =>
  paragraph.trim().length <= LONGEST_HEADING && !/[.。!！?？:：;；,，\n]/.test(paragraph.trim())

interface ParagraphProps {
  readonly part: DocumentPart
  readonly passageRef: React.RefObject<HTMLElement | null>
}

function Paragraph({ part, passageRef }: ParagraphProps) {
  const text = useText()
  if (part.quoted === '') {
    const plain = part.before + part.after
    return <p className={isHeading(plain) ? 'document__heading' : undefined}>{plain}</p>
  }
  return (
    <p className="document__cited">
      {part.before}
      <mark ref={passageRef} className="passage">
        <span className="visually-hidden">{text('web.source.passage')}: </span>
        {part.quoted}
      </mark>
      {part.after}
    </p>
  )
}
