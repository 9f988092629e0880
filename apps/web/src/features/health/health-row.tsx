import type { DocumentHealth, DocumentId, HealthReason } from '@parley/protocol'
import { Check, X } from 'lucide-react'
import { percent, shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { usePanel } from '../../app/use-panel'
import { useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { useToast } from '../../components/toasts'
import { reviewAfter } from '../answers/review-date'

export interface HealthRowProps {
  readonly entry: DocumentHealth
  readonly onChanged: () => void
}

export function HealthRow({ entry, onChanged }: HealthRowProps) {
  const text = useText()
  const { open } = usePanel()
  const { document, reasons } = entry
  return (
    <li className="row health-row">
      <div className="health-row__main">
        <button
          type="button"
          className="link-button health-row__title"
          onClick={() => open({ kind: 'document', id: document.id, start: null, end: null })}
          aria-label={text('web.health.open', { title: document.title })}
        >
          {document.title}
        </button>
        <ul className="health-row__reasons">
          {reasons.map((reason) => (
            <Reason key={keyOf(reason)} entry={entry} reason={reason} onChanged={onChanged} />
          ))}
        </ul>
        <Actions entry={entry} onChanged={onChanged} />
      </div>
    </li>
  )
}

const keyOf = (reason: HealthReason): string => ('other' in reason ? `${reason.kind} ${reason.other.id}` : reason.kind)

interface ReasonProps extends HealthRowProps {
  readonly reason: HealthReason
}

function Reason({ entry, reason, onChanged }: ReasonProps) {
  const text = useText()
  return (
    <li className="health-reason">
      <span className="health-reason__kind" data-kind={reason.kind}>
        {text(`web.health.${reason.kind}`)}
      </span>
      <span className="health-reason__detail">
        <Detail documentId={entry.document.id} reason={reason} />
      </span>
      {'other' in reason && <Dismiss entry={entry} reason={reason} onDismissed={onChanged} />}
    </li>
  )
}

function Detail({ documentId, reason }: { documentId: DocumentId; reason: HealthReason }) {
  const text = useText()
  const reader = useReader()
  const language = useLanguage()
  switch (reason.kind) {
    case 'stale':
      return text('web.health.staleSince', { date: shortDate(reason.since, reader) })
    case 'never-cited':
      return text('web.health.citedNever', { date: shortDate(reason.since, reader) })
    case 'review-due':
      return text('web.health.reviewAt', { date: shortDate(reason.at, reader) })
    case 'outdated':
      return text('web.health.outdatedAt', { date: shortDate(reason.at, reader) })
    case 'double': {
      const { id, title } = reason.other
      return (
        <Place id={id} start={0} end={0}>
          {text('web.health.alike', { percent: percent(reason.likeness, language), title })}
        </Place>
      )
    }
    case 'contradiction': {
      const { quote, otherQuote, other } = reason
      return (
        <>
          <Place id={documentId} start={quote.start} end={quote.start + quote.text.length}>
            {text('web.health.saysHere', { quote: quote.text })}
          </Place>
          <Place id={other.id} start={otherQuote.start} end={otherQuote.start + otherQuote.text.length}>
            {text('web.health.saysThere', { title: other.title, quote: otherQuote.text })}
          </Place>
        </>
      )
    }
  }
}

interface PlaceProps {
  readonly id: DocumentId
  readonly start: number
  readonly end: number
  readonly children: string
}

/** Opens a document where it says so. */
function Place({ id, start, end, children }: PlaceProps) {
  const { open } = usePanel()
  const at = end > start ? { start, end } : { start: null, end: null }
  return (
    <button type="button" className="health-reason__place" onClick={() => open({ kind: 'document', id, ...at })}>
      {children}
    </button>
  )
}

interface DismissProps {
  readonly entry: DocumentHealth
  readonly reason: Extract<HealthReason, { other: unknown }>
  readonly onDismissed: () => void
}

function Dismiss({ entry: { document }, reason: { kind, other }, onDismissed }: DismissProps) {
  const text = useText()
  const { client } = useServices()
  const dismiss = useAction(async () => {
    await client.command('knowledge.dismissFinding', { documentId: document.id, otherId: other.id, kind })
    onDismissed()
  })
  return (
    <>
      <IconButton
        label={text('web.health.dismiss', { title: document.title, other: other.title })}
        disabled={dismiss.isRunning}
        onClick={() => void dismiss.run()}
      >
        <X size={14} />
      </IconButton>
      {dismiss.error !== null && <Failure error={dismiss.error} />}
    </>
  )
}

const REVIEW_MONTHS = 6

function Actions({ entry: { document, reasons }, onChanged }: HealthRowProps) {
  const text = useText()
  const { title } = document
  const isOutdated = reasons.some(({ kind }) => kind === 'outdated')
  const review = useReview(document, onChanged)
  const mark = useMark(document.id, !isOutdated, onChanged)
  return (
    <div className="health-row__actions">
      {!isOutdated && (
        <Button
          disabled={review.isRunning}
          aria-label={text('web.health.stillNamed', { title })}
          onClick={() => void review.run()}
        >
          <Check size={16} aria-hidden="true" />
          {text('web.health.still')}
        </Button>
      )}
      <Button
        look="quiet"
        disabled={mark.isRunning}
        aria-label={text(isOutdated ? 'web.health.putBackNamed' : 'web.health.takeOutNamed', { title })}
        onClick={() => void mark.run()}
      >
        {text(isOutdated ? 'web.health.putBack' : 'web.health.takeOut')}
      </Button>
      {review.error !== null && <Failure error={review.error} />}
      {mark.error !== null && <Failure error={mark.error} />}
    </div>
  )
}

/** The owner's review, in one press: it holds for half a year. */
function useReview({ id, title }: DocumentHealth['document'], onChanged: () => void) {
  const text = useText()
  const reader = useReader()
  const { client } = useServices()
  const toast = useToast()
  return useAction(async () => {
    const nextAt = reviewAfter(REVIEW_MONTHS)
    await client.command('knowledge.reviewDocument', { documentId: id, nextAt })
    toast({ text: text('web.health.reviewed', { title, date: shortDate(nextAt, reader) }) })
    onChanged()
  })
}

function useMark(documentId: DocumentId, isOutdated: boolean, onChanged: () => void) {
  const { client } = useServices()
  return useAction(async () => {
    await client.command('knowledge.setOutdated', { documentId, isOutdated })
    onChanged()
  })
}
