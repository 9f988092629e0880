import type { GraphEntityId, GraphEntityKind } from '@parley/protocol'
import { GraphEntityKind as Kinds } from '@parley/protocol'
import { Search, Waypoints } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { entityIcons } from './entity-look'
import { graphPath } from './graph-path'
import { useGraphWords } from './use-graph-words'

export interface EntityListProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly chosenId: GraphEntityId | null
}

const KINDS = Kinds.options.filter((kind) => kind !== 'date' && kind !== 'status')

/** Entities by name; with an empty one those with most edges. */
export function EntityList({ name, onName, chosenId }: EntityListProps) {
  const text = useText()
  const [kind, setKind] = useState<GraphEntityKind | ''>('')
  return (
    <section className="graph__list" aria-label={text('web.graph.results')}>
      <div className="graph__ask">
        <span className="graph__field">
          <Search size={16} aria-hidden="true" />
          <input
            type="search"
            className="input"
            maxLength={120}
            aria-label={text('web.graph.search')}
            placeholder={text('web.graph.search')}
            value={name}
            onChange={(event) => onName(event.currentTarget.value)}
          />
        </span>
        <select
          className="input"
          aria-label={text('web.graph.kind')}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.currentTarget.value) ?? '')}
        >
          <option value="">{text('web.graph.allKinds')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {text(`web.graph.entity.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Found name={name} kind={kind} chosenId={chosenId} />
    </section>
  )
}

interface FoundProps extends Pick<EntityListProps, 'name' | 'chosenId'> {
  readonly kind: GraphEntityKind | ''
}

function Found({ name, kind, chosenId }: FoundProps) {
  const text = useText()
  const words = useGraphWords()
  const asked = useDeferredValue(name.trim())
  const { loaded, reload } = useQuery('graph.find', { name: asked, limit: 50, ...(kind && { kind }) })
  if (loaded.phase === 'loading') return <SkeletonRows height={44} count={6} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { entities } = loaded.answer
  if (entities.length === 0) {
    const isAsked = asked !== '' || kind !== ''
    return (
      <EmptyState
        icon={Waypoints}
        title={text(isAsked ? 'web.graph.none' : 'web.graph.empty')}
        hint={text(isAsked ? 'web.graph.noneHint' : 'web.graph.emptyHint')}
      />
    )
  }
  return (
    <ul className="graph__entities">
      {entities.map((entity) => {
        const Icon = entityIcons[entity.kind]
        const count = entity.edgeCount
        return (
          <li key={entity.id}>
            <Link
              href={graphPath(entity.id)}
              className="graph__entity"
              aria-current={entity.id === chosenId ? 'page' : undefined}
            >
              <Icon size={16} aria-hidden="true" />
              <span className="graph__name">{words.nameOf(entity)}</span>
              <span className="graph__note">
                {text(`web.graph.entity.${entity.kind}`)} ·{' '}
                {count === 1 ? text('web.graph.oneEdge') : text('web.graph.edges', { count })}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
