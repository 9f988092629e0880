import type { IfThenRule, RuleFault } from '@parley/protocol'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { ConclusionFields } from './conclusion-fields'
import { ConditionFields } from './condition-fields'
import { newCondition } from './rule-draft'
import type { RuleChoices } from './use-rule-choices'

const MOST_CONDITIONS = 10

export interface IfThenFieldsProps {
  readonly definition: IfThenRule
  readonly choices: RuleChoices
  readonly faults: readonly RuleFault[]
  readonly onDefinition: (definition: IfThenRule) => void
}

/** All conditions, then what follows. */
export function IfThenFields({ definition, choices, faults, onDefinition }: IfThenFieldsProps) {
  const text = useText()
  const { when } = definition
  // What is written in a condition stays with it when one before it goes.
  const [keys, setKeys] = useState(() => when.map((_condition, index) => index))
  const set = (next: IfThenRule['when']) => onDefinition({ ...definition, when: next })
  const add = () => {
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    set([...when, newCondition('text')])
  }
  const remove = (at: number) => {
    setKeys(keys.filter((_key, index) => index !== at))
    set(when.filter((_condition, index) => index !== at))
  }
  const faultsIn = (part: string, at?: number) =>
    faults.filter(({ path }) => path[0] === part && (at === undefined || path[1] === at))
  return (
    <>
      <h3>{text('web.rules.when')}</h3>
      {when.map((condition, index) => (
        <ConditionFields
          key={keys[index]}
          number={index + 1}
          condition={condition}
          choices={choices}
          faults={faultsIn('when', index)}
          onCondition={(changed) => set(when.with(index, changed))}
          onRemove={when.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      {when.length < MOST_CONDITIONS && (
        <div>
          <Button onClick={add}>
            <Plus size={16} aria-hidden="true" />
            {text('web.rules.addCondition')}
          </Button>
        </div>
      )}
      <h3>{text('web.rules.then')}</h3>
      <ConclusionFields
        definition={definition}
        choices={choices}
        faults={[...faultsIn('conclusion'), ...faultsIn('strength')]}
        onDefinition={onDefinition}
      />
    </>
  )
}
