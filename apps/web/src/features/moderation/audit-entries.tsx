import type { AuditEntry, QueryParameters } from '@parley/protocol'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { sayAuditEntry } from './say-audit-entry'

/** Who did what to whom, when and why, the newest first: those entries that a filter lets through. */
export function AuditEntries({ filter }: { filter: QueryParameters<'audit.list'> }) {
  const text = useText()
  const [before, setBefore] = useState<AuditEntry['id'] | undefined>()
  const { loaded, reload } = useQuery('audit.list', before ? { ...filter, before } : filter)
  if (loaded.phase === 'loading') return <SkeletonRows height={52} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { entries, hasMore } = loaded.answer
  if (entries.length === 0) return <EmptyState icon={Flag} title={text('web.audit.none')} hint="" />
  return (
    <>
      <ul className="rows">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onUndone={reload} />
        ))}
      </ul>
      {hasMore && <Button onClick={() => setBefore(entries.at(-1)?.id)}>{text('web.review.more')}</Button>}
    </>
  )
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
