import type { GraphEdge, GraphEntity, GraphRule, GraphRuleEffect } from '@parley/protocol'
import { Trash2 } from 'lucide-react'
import { useAction } from '../../app/use-action'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { useToast } from '../../components/toasts'
import { useGraphWords } from './use-graph-words'
import { useRuleWords } from './use-rule-words'

export interface RuleRowProps {
  readonly rule: GraphRule
  /** What it adds; undefined while that is worked out, null where it adds nothing. */
  readonly effect: GraphRuleEffect | null | undefined
  readonly edges: readonly GraphEdge[]
  readonly entities: readonly GraphEntity[]
  readonly mayChange: boolean
  readonly onChanged: () => void
}

/** A rule in words, what it adds, with an example; experts switch it, and remove their own. */
export function RuleRow({ rule, effect, edges, entities, mayChange, onChanged }: RuleRowProps) {
  const text = useText()
  const words = useGraphWords()
  const said = useRuleWords()(rule)
  const { client } = useServices()
  const switching = useAction(async (isOn: boolean) => {
    await client.command('graph.switchRule', { key: rule.key, isOn })
    onChanged()
  })
  const example = edges.find(({ id }) => id === effect?.exampleId)
  return (
    <li className="graph__rule" data-off={!rule.isOn}>
      {mayChange && (
        <label className="graph__switch">
          <input
            type="checkbox"
            checked={rule.isOn}
            disabled={switching.isRunning}
            aria-label={text('web.graph.rules.switch', { rule: said })}
            onChange={({ currentTarget }) => void switching.run(currentTarget.checked)}
          />
        </label>
      )}
      <div className="graph__rule-text">
        {rule.id && <strong>{rule.name}</strong>}
        <span>{said}</span>
        <span className="graph__note">
          <Added rule={rule} effect={effect} />
          {example && ` · ${text('web.graph.rules.example', { edge: words.sayEdge(example, entities) })}`}
        </span>
        {switching.error !== null && <Failure error={switching.error} />}
      </div>
      {mayChange && rule.id && <Removal rule={rule} onChanged={onChanged} />}
    </li>
  )
}

function Added({ rule, effect }: Pick<RuleRowProps, 'rule' | 'effect'>) {
  const text = useText()
  if (!rule.isOn) return text('web.graph.rules.isOff')
  if (effect === undefined) return text('web.app.loading')
  if (effect === null) return text('web.graph.rules.addedNone')
  return effect.added === 1 ? text('web.graph.rules.addedOne') : text('web.graph.rules.added', { count: effect.added })
}

function Removal({ rule, onChanged }: Pick<RuleRowProps, 'rule' | 'onChanged'>) {
  const text = useText()
  const toast = useToast()
  const fail = useFail()
  const { client } = useServices()
  const { name, when, follows, id } = rule
  const removing = useToldAction(async () => {
    if (!id) return
    await client.command('graph.removeRule', { ruleId: id })
    onChanged()
    const undo = () => void client.command('graph.saveRule', { name, when, follows }).then(onChanged, fail)
    toast({ text: text('web.graph.rules.removed', { name }), onUndo: undo })
  })
  return (
    <IconButton
      isSmall
      label={text('web.graph.rules.remove', { name })}
      disabled={removing.isRunning}
      onClick={() => void removing.run()}
    >
      <Trash2 size={16} />
    </IconButton>
  )
}
