import type { GraphEdgeId, GraphEvidence, UserId } from '@parley/protocol'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useQuery } from '../../app/use-query'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { SaidChips } from '../assistant/said-chips'
import { SourceChips } from '../assistant/source-chips'
import { isAdministrator } from '../people/is-administrator'

export interface EvidenceListProps {
  readonly edgeId: GraphEdgeId
  readonly onChanged: () => void
}

/** Where an edge stands, in the words of whoever says so; each opens at its place. */
export function EvidenceList({ edgeId, onChanged }: EvidenceListProps) {
  const text = useText()
  const { loaded, reload } = useQuery('graph.evidence', { edgeId })
  if (loaded.phase === 'loading') return <SkeletonRows height={40} count={1} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  return (
    <ul className="graph__evidence" aria-label={text('web.graph.evidence')}>
      {loaded.answer.evidence.map((evidence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no id, and the list is never changed in place
        <li key={at}>
          <Evidence evidence={evidence} />
          {evidence.source.kind === 'stated' && (
            <Withdrawal edgeId={edgeId} userId={evidence.source.userId} onChanged={onChanged} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Evidence({ evidence }: { evidence: GraphEvidence }) {
  const text = useText()
  const { source, isEnd } = evidence
  return (
    <>
      {source.kind === 'message' && (
        <>
          <blockquote className="graph__quote">{source.said.text}</blockquote>
          <SaidChips said={[source.said]} />
        </>
      )}
      {source.kind === 'document' && (
        <>
          <blockquote className="graph__quote">{source.citation.quote}</blockquote>
          <SourceChips citations={[source.citation]} />
        </>
      )}
      <OtherSource source={source} />
      {isEnd && <span className="graph__note">{text('web.graph.ends')}</span>}
    </>
  )
}

function OtherSource({ source }: Pick<GraphEvidence, 'source'>) {
  const text = useText()
  const names = useNames()
  const { open } = usePanel()
  if (source.kind === 'task') {
    return (
      <button type="button" className="source-chip" onClick={() => open({ kind: 'task', id: source.taskId })}>
        <span className="source-chip__title">{text('web.graph.source.task', { title: source.title })}</span>
      </button>
    )
  }
  if (source.kind !== 'directory' && source.kind !== 'stated') return null
  return (
    <span className="graph__note">
      {text(`web.graph.source.${source.kind}`, { name: names.personById(source.userId) })}
    </span>
  )
}

/** One's own word can be taken back; that of others by administrators, who may have to after somebody has left. */
function Withdrawal({ edgeId, userId, onChanged }: EvidenceListProps & { readonly userId: UserId }) {
  const text = useText()
  const me = useMe()
  const { client } = useServices()
  const { run, error, isRunning } = useAction(async () => {
    await client.command('graph.withdraw', { edgeId, userId })
    onChanged()
  })
  if (userId !== me.id && !isAdministrator(me)) return null
  return (
    <>
      <Button look="quiet" disabled={isRunning} onClick={() => void run()}>
        {text('web.graph.withdraw')}
      </Button>
      {error !== null && <Failure error={error} />}
    </>
  )
}
