import type { AuditEntry, QueryAnswer, QueryParameters } from '@parley/protocol'
import { Flag } from 'lucide-react'
import { exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { usePages } from '../../app/use-pages'
import { useReader } from '../../app/use-reader'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { SkeletonRows } from '../../components/skeleton'
import { sayAuditEntry } from './say-audit-entry'

/** Who did what to whom, when and why, the newest first: those entries that a filter lets through. */
export function AuditEntries({ filter }: { filter: QueryParameters<'audit.list'> }) {
  const text = useText()
  const pages = usePages('audit.list', filter, entriesAfter)
  const { loaded, reload } = pages
  if (loaded.phase === 'loading') return <SkeletonRows height={52} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const entries = loaded.answer.flatMap((page) => page.entries)
  if (entries.length === 0) return <EmptyState icon={Flag} title={text('web.audit.none')} hint="" />
  return (
    <>
      <ul className="rows">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onUndone={reload} />
        ))}
      </ul>
      <MoreButton pages={pages} label={text('web.review.more')} />
    </>
  )
}

function entriesAfter({ entries, hasMore }: QueryAnswer<'audit.list'>) {
  const last = entries.at(-1)
  return hasMore && last ? { before: last.id } : null
}

function EntryRow({ entry, onUndone }: { entry: AuditEntry; onUndone: () => void }) {
  const text = useText()
  const reader = useReader()
  const names = useNames()
  const channel = useSession(({ channels }) => entry.channelId && channels.get(entry.channelId)?.channel)
  const notes = [exactTime(entry.createdAt, reader), entry.reason]
  if (entry.until) notes.push(text('web.status.untilTime', { time: exactTime(entry.until, reader) }))
  if (entry.undoneAt) notes.push(text('web.review.undone'))
  return (
    <li className="row">
      <span className="row__main">
        <span className="row__title">
          {sayAuditEntry(text, entry, names.personById, channel ? names.channel(channel) : null)}
        </span>
        <span className="row__note">{notes.filter((note) => note !== '').join(' · ')}</span>
      </span>
      {entry.isUndoable && <UndoButton entry={entry} onUndone={onUndone} />}
    </li>
  )
}

function UndoButton({ entry, onUndone }: { entry: AuditEntry; onUndone: () => void }) {
  const text = useText()
  const { client } = useServices()
  const undo = useToldAction(async () => {
    await client.command('moderation.undo', { entryId: entry.id })
    onUndone()
  })
  return (
    <Button disabled={undo.isRunning} onClick={() => void undo.run()}>
      {text('web.review.undo')}
    </Button>
  )
}
