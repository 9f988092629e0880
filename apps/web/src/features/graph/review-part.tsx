import type { QueryAnswer } from '@parley/protocol'
import { CircleCheck, Scale } from 'lucide-react'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { EdgeList } from './edge-list'

/** What waits for somebody who knows: what is not sure enough, and what cannot all be true. */
export function ReviewPart() {
  const text = useText()
  const { loaded, reload } = useQuery('graph.review', {})
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={6} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { edges, entities, say } = loaded.answer
  const proposed = edges.filter(({ state }) => state === 'proposed')
  return (
    <div className="graph__review">
      <h2 className="graph__heading">{text('web.graph.contradictions')}</h2>
      <Contradictions review={loaded.answer} onChanged={reload} />
      <h2 className="graph__heading">{text('web.graph.proposals')}</h2>
      {proposed.length === 0 ? (
        <EmptyState icon={CircleCheck} title={text('web.graph.proposalsNone')} hint={text('web.graph.proposalsHint')} />
      ) : (
        <EdgeList edges={proposed} entities={entities} say={say} onChanged={reload} />
      )}
    </div>
  )
}

interface ContradictionsProps {
  readonly review: QueryAnswer<'graph.review'>
  readonly onChanged: () => void
}

function Contradictions({ review: { contradictions, edges, entities, say }, onChanged }: ContradictionsProps) {
  const text = useText()
  if (contradictions.length === 0) return <EmptyState icon={Scale} title={text('web.graph.contradictionsNone')} />
  return (
    <ul className="graph__contradictions">
      {contradictions.map(({ kind, edgeIds }) => (
        <li key={edgeIds.join()}>
          <p className="graph__note">{text(kind === 'circle' ? 'web.graph.circle' : 'web.graph.tooMany')}</p>
          <EdgeList
            edges={edges.filter(({ id }) => edgeIds.some((one) => one === id))}
            entities={entities}
            say={say}
            onChanged={onChanged}
          />
        </li>
      ))}
    </ul>
  )
}
