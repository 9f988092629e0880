import type { GraphEntity, GraphEntityId, QueryAnswer } from '@parley/protocol'
import { ArrowLeft, GitMerge, Plus, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { useToast } from '../../components/toasts'
import { AddEdgeDialog } from './add-edge-dialog'
import { EdgeList } from './edge-list'
import { entityIcons } from './entity-look'
import { GraphFilters, type GraphFilterValues } from './graph-filters'
import { graphPath } from './graph-path'
import { GraphPicture } from './graph-picture'
import { MergeDialog } from './merge-dialog'
import { useGraphWords } from './use-graph-words'

const NO_FILTERS: GraphFilterValues = { type: '', depth: 1, asOf: null, withRules: false, withProposed: false }

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
  const { entities, edges, isCut } = view
  const middle = entities.find(({ id }) => id === entityId) ?? entities[0]
  if (!middle) return <EmptyState icon={Waypoints} title={text('web.graph.none')} hint={text('web.graph.noneHint')} />
  return (
    <>
      <EntityHead entity={middle} onChanged={onChanged} />
      <GraphFilters values={filters} onValues={onFilters} />
      {edges.length === 0 ? (
        <EmptyState icon={Waypoints} title={text('web.graph.noEdges')} />
      ) : (
        <>
          <GraphPicture entities={entities} edges={edges} middle={middle} />
          {isCut && <p className="graph__note">{text('web.graph.cut')}</p>}
          <h2 className="graph__heading">{text('web.graph.list')}</h2>
          <EdgeList edges={edges} entities={entities} onChanged={onChanged} />
        </>
      )}
    </>
  )
}

interface EntityHeadProps {
  readonly entity: GraphEntity
  readonly onChanged: () => void
}

function EntityHead({ entity, onChanged }: EntityHeadProps) {
  const text = useText()
  const words = useGraphWords()
  const toast = useToast()
  const { client } = useServices()
  const split = useAction(async (id: GraphEntityId) => {
    await client.command('graph.split', { entityId: id })
    toast({ text: text('web.graph.splitDone') })
    onChanged()
  })
  const [dialog, setDialog] = useState<'merge' | 'add' | null>(null)
  const Icon = entityIcons[entity.kind]
  const close = () => {
    setDialog(null)
    onChanged()
  }
  return (
    <header className="graph__head">
      <Icon size={20} aria-hidden="true" />
      <div className="graph__titles">
        <h2 className="graph__title">{words.nameOf(entity)}</h2>
        <p className="graph__note">
          {text(`web.graph.entity.${entity.kind}`)}
          {entity.aliases.length > 0 && ` · ${text('web.graph.aliases', { names: entity.aliases.join(', ') })}`}
        </p>
      </div>
      <div className="graph__actions">
        {entity.mergedIds.map((id, at) => (
          <Button key={id} look="quiet" disabled={split.isRunning} onClick={() => void split.run(id)}>
            {text('web.graph.split', { name: entity.aliases[at] ?? '' })}
          </Button>
        ))}
        <Button look="quiet" onClick={() => setDialog('merge')}>
          <GitMerge size={16} aria-hidden="true" />
          {text('web.graph.merge')}
        </Button>
        <Button look="quiet" onClick={() => setDialog('add')}>
          <Plus size={16} aria-hidden="true" />
          {text('web.graph.add')}
        </Button>
      </div>
      {split.error !== null && <Failure error={split.error} />}
      {dialog === 'merge' && <MergeDialog entity={entity} onClose={close} />}
      {dialog === 'add' && <AddEdgeDialog entity={entity} onClose={close} />}
    </header>
  )
}
