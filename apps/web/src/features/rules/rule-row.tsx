import type { Rule } from '@parley/protocol'
import { ArrowDown, ArrowUp, BookA, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useToast } from '../../components/toasts'
import { sayRule } from './say-rule'
import type { RuleChoices } from './use-rule-choices'

interface RuleRowProps {
  readonly rule: Rule
  /** From 0 on. */
  readonly place: number
  readonly isLast: boolean
  readonly choices: RuleChoices
  readonly onEdit: () => void
  readonly onChanged: () => void
}

/** One rule as a sentence, with what can be done to it; all of it can be taken back. */
export function RuleRow({ rule, place, isLast, choices, onEdit, onChanged }: RuleRowProps) {
  const text = useText()
  const { name, definition, faults } = rule
  const { isOn, turn, move, remove } = useRuleChanges(rule, onChanged)
  return (
    <li className="rule" data-is-on={isOn && faults.length === 0}>
      <label className="rule__switch">
        <input
          type="checkbox"
          checked={isOn}
          aria-label={text('web.rules.switch', { name })}
          onChange={({ currentTarget }) => void turn(currentTarget.checked)}
        />
      </label>
      <div className="rule__words">
        <p className="rule__name">
          {definition.kind === 'dictionary' && <BookA size={16} aria-hidden="true" />}
          {name}
          {definition.kind === 'dictionary' && <span className="intent__own">{definition.entity}</span>}
        </p>
        <p className="rule__sentence">{sayRule(definition, choices, text)}</p>
        {faults.length > 0 && (
          <p className="field__fault">
            <TriangleAlert size={14} aria-hidden="true" />
            {text('web.rules.faulty')}
          </p>
        )}
      </div>
      <div className="rule__actions">
        <IconButton
          isSmall
          label={text('web.rules.up', { name })}
          disabled={place === 0}
          onClick={() => move(place, -1)}
        >
          <ArrowUp size={14} />
        </IconButton>
        <IconButton isSmall label={text('web.rules.down', { name })} disabled={isLast} onClick={() => move(place, 1)}>
          <ArrowDown size={14} />
        </IconButton>
        <IconButton isSmall label={text('web.rules.edit')} onClick={onEdit}>
          <Pencil size={14} />
        </IconButton>
        <IconButton isSmall label={text('web.rules.remove')} onClick={remove}>
          <Trash2 size={14} />
        </IconButton>
      </div>
    </li>
  )
}

function useRuleChanges({ id: ruleId, name, ...rule }: Rule, onChanged: () => void) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const fail = useFail()
  // What was chosen is shown at once, until a newer version says what is so.
  const [chosen, setChosen] = useState<{ readonly version: number; readonly isOn: boolean } | null>(null)
  const set = (isOn: boolean) => client.command('rules.switch', { ruleId, isOn }).finally(onChanged)
  const turn = async (isOn: boolean) => {
    setChosen({ version: rule.version, isOn })
    try {
      await set(isOn)
    } catch (error) {
      setChosen(null)
      return fail(error)
    }
    const said = text(isOn ? 'web.rules.switchedOn' : 'web.rules.switchedOff', { name })
    toast({ text: said, onUndo: () => void set(!isOn).catch(fail) })
  }
  return {
    isOn: chosen?.version === rule.version ? chosen.isOn : rule.isOn,
    turn,
    move: (place: number, by: 1 | -1) =>
      void client
        .command('rules.move', { ruleId, place: place + by })
        .catch(fail)
        .finally(onChanged),
    remove: () =>
      void client
        .command('rules.remove', { ruleId })
        .then(({ version }) =>
          toast({
            text: text('web.rules.removed', { name }),
            onUndo: () => void client.command('rules.restore', { ruleId, version }).catch(fail).finally(onChanged),
          }),
        )
        .catch(fail)
        .finally(onChanged),
  }
}
