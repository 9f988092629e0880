import type { GraphEntityId, QueryAnswer } from '@parley/protocol'
import { ArrowLeft, Waypoints } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { EdgeList } from './edge-list'
import { EntityHead } from './entity-head'
import { filterView } from './filter-view'
import { GraphFilters, type GraphFilterValues } from './graph-filters'
import { graphPath } from './graph-path'
import { GraphPicture } from './graph-picture'

const NO_FILTERS: GraphFilterValues = {
  ...{ type: '', kind: '', source: '', leastConfidence: 0 },
  ...{ depth: 1, asOf: null, withRules: false, withProposed: false },
}

/** One entity with what belongs to it: drawn, and as a list for the keyboard and for whoever sees no pictures. */
export function EntityView({ entityId }: { entityId: GraphEntityId }) {
  const text = useText()
  const [filters, setFilters] = useState(NO_FILTERS)
  const { loaded, reload } = useQuery('graph.around', {
    ...{ entityId, depth: filters.depth },
    ...(filters.type && { types: filters.type }),
    ...(filters.asOf && { asOf: filters.asOf }),
    withRules: filters.withRules ? 'true' : 'false',
    withProposed: filters.withProposed ? 'true' : 'false',
  })
  return (
    <section className="graph__view">
      <Link href={graphPath()} className="graph__back">
        <ArrowLeft size={16} aria-hidden="true" />
        {text('web.graph.back')}
      </Link>
      {loaded.phase === 'loading' && <SkeletonRows height={56} count={6} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && (
        <Shown {...{ entityId, filters, onChanged: reload }} view={loaded.answer} onFilters={setFilters} />
      )}
    </section>
  )
}

interface ShownProps {
  readonly entityId: GraphEntityId
  readonly view: QueryAnswer<'graph.around'>
  readonly filters: GraphFilterValues
  readonly onFilters: (filters: GraphFilterValues) => void
  readonly onChanged: () => void
}

function Shown({ entityId, view, filters, onFilters, onChanged }: ShownProps) {
  const text = useText()
  const { isCut, say } = view
  const middle = view.entities.find(({ id }) => id === entityId) ?? view.entities[0]
  const middleId = middle?.id ?? entityId
  const { entities, edges } = useMemo(() => filterView(view, filters, middleId), [view, filters, middleId])
  if (!middle) return <EmptyState icon={Waypoints} title={text('web.graph.none')} hint={text('web.graph.noneHint')} />
  return (
    <>
      <EntityHead entity={middle} say={say} onChanged={onChanged} />
      <GraphFilters values={filters} onValues={onFilters} />
      {edges.length === 0 ? (
        <EmptyState icon={Waypoints} title={text('web.graph.noEdges')} />
      ) : (
        <>
          <GraphPicture entities={entities} edges={edges} middle={middle} />
          {isCut && <p className="graph__note">{text('web.graph.cut')}</p>}
          <h2 className="graph__heading">{text('web.graph.list')}</h2>
          <EdgeList edges={edges} entities={entities} say={say} onChanged={onChanged} />
        </>
      )}
    </>
  )
}
