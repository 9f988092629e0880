import { type DocumentSource, ParleyError, type SourceFailure, type SourceRun } from '@parley/protocol'
import { CircleAlert, Loader, PauseCircle } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { clockTime, dayKey, exactTime, type Reader, shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useNowMs, useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { isAtWork, tellSourcesChanged } from './use-sources'

/** What there is, how the last look went, and when the next one is. */
export function SourceStatus({ source }: { source: DocumentSource }) {
  const text = useText()
  const { documentCount, failedCount, lastRun, heldRemovals } = source
  return (
    <>
      <p className="source__notes" role="status">
        <span>{text('web.sources.documents', { count: documentCount })}</span>
        {failedCount > 0 && <Warning>{text('web.sources.failedCount', { count: failedCount })}</Warning>}
        <Now source={source} />
      </p>
      {lastRun?.outcome === 'failed' && lastRun.failure && !isAtWork(source) && (
        <p className="source__failure">
          <Reason failure={lastRun.failure} />
        </p>
      )}
      {heldRemovals > 0 && <Question source={source} />}
    </>
  )
}

function Now({ source }: { source: DocumentSource }) {
  const text = useText()
  const { isPaused, isWaiting, lastRun } = source
  if (isPaused) {
    return (
      <span className="source__note">
        <PauseCircle size={14} aria-hidden="true" />
        {text('web.sources.paused')}
      </span>
    )
  }
  if (lastRun?.outcome === 'running') return <Busy>{progress(text, lastRun)}</Busy>
  if (isWaiting) return <Busy>{text('web.sources.waiting')}</Busy>
  return lastRun && <Past source={source} run={lastRun} />
}

function Busy({ children }: { children: string }) {
  return (
    <span className="source__note source__note--busy">
      <Loader size={14} aria-hidden="true" />
      {children}
    </span>
  )
}

function progress(text: Text, { counts }: SourceRun): string {
  const taken = counts.added + counts.changed
  return text('web.sources.running', { seen: taken + counts.unchanged + counts.failed, taken })
}

function Past({ source, run }: { source: DocumentSource; run: SourceRun }) {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  const { startedAt, finishedAt, outcome, counts } = run
  const at = finishedAt ?? startedAt
  const when = moment(at, nowMs, reader)
  const what = outcome === 'partial' || outcome === 'failed' ? outcome : 'done'
  return (
    <>
      <time dateTime={at} title={exactTime(at, reader)}>
        {text(`web.sources.${what}`, { when })}
      </time>
      {what !== 'failed' && <span>{news(text, counts)}</span>}
      {source.nextRunAt && <span>{text('web.sources.next', { when: moment(source.nextRunAt, nowMs, reader) })}</span>}
    </>
  )
}

const moment = (instant: string, nowMs: number, reader: Reader): string =>
  dayKey(instant, reader) === dayKey(nowMs, reader)
    ? clockTime(instant, reader)
    : `${shortDate(instant, reader)} ${clockTime(instant, reader)}`

function news(text: Text, { added, changed, removed }: SourceRun['counts']): string {
  const parts = [
    ...(added > 0 ? [text('web.sources.addedCount', { count: added })] : []),
    ...(changed > 0 ? [text('web.sources.changedCount', { count: changed })] : []),
    ...(removed > 0 ? [text('web.sources.removedCount', { count: removed })] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : text('web.sources.nothingNew')
}

/** Why something was not taken in, in the reader's words. */
export function Reason({ failure: { code, parameters } }: { failure: SourceFailure }) {
  const error = new ParleyError(code as ParleyError['code'], parameters)
  return <>{describeError(error, useLanguage()).text}</>
}

function Warning({ children }: { children: string }) {
  return (
    <span className="source__note source__note--warning">
      <CircleAlert size={14} aria-hidden="true" />
      {children}
    </span>
  )
}

/** Most of its documents are gone there: somebody has to say that this was meant. */
function Question({ source: { id, heldRemovals } }: { source: DocumentSource }) {
  const text = useText()
  const { client } = useServices()
  const remove = useAction(async () => {
    await client.command('sources.run', { sourceId: id, removesAll: true })
    tellSourcesChanged()
  })
  return (
    <div className="source__question">
      <p>
        <strong>{text('web.sources.asking', { count: heldRemovals })}</strong> {text('web.sources.askingHint')}
      </p>
      <Button disabled={remove.isRunning} onClick={() => void remove.run()}>
        {text('web.sources.removeGone')}
      </Button>
      {remove.error !== null && <Failure error={remove.error} />}
    </div>
  )
}
