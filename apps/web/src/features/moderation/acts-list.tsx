import type { ModerationAct } from '@parley/protocol'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { exactTime } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'

/** Who did what to whom, when and why, the newest first. */
export function ActsList() {
  const text = useText()
  const [before, setBefore] = useState<string | undefined>()
  const { loaded, reload } = useQuery('moderation.acts', before ? { before } : {})
  if (loaded.phase === 'loading') return <SkeletonRows height={52} count={4} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { acts, hasMore } = loaded.answer
  if (acts.length === 0) return <EmptyState icon={Flag} title={text('web.review.logNone')} hint="" />
  return (
    <>
      <ul className="rows">
        {acts.map((act) => (
          <ActRow key={act.id} act={act} onUndone={reload} />
        ))}
      </ul>
      {hasMore && <Button onClick={() => setBefore(acts.at(-1)?.createdAt)}>{text('web.review.more')}</Button>}
    </>
  )
}

function ActRow({ act, onUndone }: { act: ModerationAct; onUndone: () => void }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const actor = names.personById(act.actorId)
  const person = act.userId ? names.personById(act.userId) : ''
  const notes = [exactTime(act.createdAt, reader), act.reason]
  if (act.until) notes.push(text('web.status.untilTime', { time: exactTime(act.until, reader) }))
  if (act.undoneAt) notes.push(text('web.review.undone'))
  return (
    <li className="row">
      <span className="row__main">
        <span className="row__title">{text(`web.act.${act.kind}`, { actor, person })}</span>
        <span className="row__note">{notes.filter((note) => note !== '').join(' · ')}</span>
      </span>
      {act.isUndoable && <UndoButton act={act} onUndone={onUndone} />}
    </li>
  )
}

function UndoButton({ act, onUndone }: { act: ModerationAct; onUndone: () => void }) {
  const text = useText()
  const { client } = useServices()
  const undo = useAction(async () => {
    await client.command('moderation.undo', { actId: act.id })
    onUndone()
  })
  return (
    <Button disabled={undo.isRunning} onClick={() => void undo.run()}>
      {text('web.review.undo')}
    </Button>
  )
}
