import type { GraphRule, QueryAnswer } from '@parley/protocol'
import { Plus, Scale, Workflow } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { AddRuleDialog } from './add-rule-dialog'
import { EdgeList } from './edge-list'
import { RuleRow } from './rule-row'

/** What follows from what: the workspace's own rules and those that are always there, with what each adds. */
export function RulesPart() {
  const text = useText()
  const rules = useQuery('graph.rules', {})
  const effects = useQuery('graph.effects', {})
  const [isAdding, setAdding] = useState(false)
  const { loaded } = rules
  const reload = () => {
    rules.reload()
    effects.reload()
  }
  if (loaded.phase === 'loading') return <SkeletonRows height={64} count={6} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const mayChange = loaded.answer.say === 'everything'
  const known = effects.loaded.phase === 'ready' ? effects.loaded.answer : undefined
  const list = (own: boolean) => (
    <RuleList
      rules={loaded.answer.rules.filter(({ id }) => (id !== null) === own)}
      {...{ known, mayChange, onChanged: reload }}
    />
  )
  const close = () => {
    setAdding(false)
    reload()
  }
  return (
    <div className="graph__review">
      <p className="graph__note">{text('web.graph.rules.intro')}</p>
      <div className="graph__rules-head">
        <h2 className="graph__heading">{text('web.graph.rules.own')}</h2>
        {mayChange && (
          <Button look="quiet" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
            {text('web.graph.rules.new')}
          </Button>
        )}
      </div>
      {loaded.answer.rules.some(({ id }) => id !== null) ? (
        list(true)
      ) : (
        <EmptyState icon={Workflow} title={text('web.graph.rules.ownNone')} hint={text('web.graph.rules.ownHint')} />
      )}
      <h2 className="graph__heading">{text('web.graph.rules.builtIn')}</h2>
      {list(false)}
      {known?.isCut && <p className="graph__note">{text('web.graph.rules.cut')}</p>}
      {effects.loaded.phase === 'failed' && <Failure error={effects.loaded.error} onRetry={effects.reload} />}
      <h2 className="graph__heading">{text('web.graph.rules.contradictions')}</h2>
      {known && <RuleContradictions known={known} />}
      {isAdding && <AddRuleDialog onClose={close} />}
    </div>
  )
}

interface RuleListProps {
  readonly rules: readonly GraphRule[]
  readonly known: QueryAnswer<'graph.effects'> | undefined
  readonly mayChange: boolean
  readonly onChanged: () => void
}

function RuleList({ rules, known, mayChange, onChanged }: RuleListProps) {
  const effectOf = (key: string) => known && (known.effects.find((effect) => effect.key === key) ?? null)
  return (
    <ul className="graph__edges">
      {rules.map((rule) => (
        <RuleRow
          key={rule.key}
          rule={rule}
          effect={effectOf(rule.key)}
          edges={known?.edges ?? []}
          entities={known?.entities ?? []}
          {...{ mayChange, onChanged }}
        />
      ))}
    </ul>
  )
}

function RuleContradictions({ known }: { readonly known: QueryAnswer<'graph.effects'> }) {
  const text = useText()
  const { contradictions, edges, entities } = known
  if (contradictions.length === 0) {
    return <EmptyState icon={Scale} title={text('web.graph.rules.contradictionsNone')} />
  }
  return (
    <ul className="graph__contradictions">
      {contradictions.map(({ kind, edgeIds }) => (
        <li key={edgeIds.join()}>
          <p className="graph__note">{text(kind === 'circle' ? 'web.graph.circle' : 'web.graph.tooMany')}</p>
          <EdgeList
            edges={edges.filter(({ id }) => edgeIds.includes(id))}
            entities={entities}
            say="nothing"
            onChanged={() => undefined}
          />
        </li>
      ))}
    </ul>
  )
}
