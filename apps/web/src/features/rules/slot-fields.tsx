import { type RuleCondition, SlotComparison } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { TextField } from '../../components/field'
import { slotName } from '../understanding/slot-name'
import type { ConditionProps } from './condition-fields'
import { SelectField } from './select-field'

type SlotCondition = Extract<RuleCondition, { kind: 'slot' }>

const TYPES = [
  ...['amount', 'number', 'quantity', 'percentage', 'duration', 'date', 'datetime', 'time', 'dateRange'],
  ...['recurrence', 'person', 'outsider', 'organisation', 'place', 'product', 'title', 'email', 'url', 'phone'],
  ...['channel', 'identifier', 'file', 'version'],
]
const ANY = 'any'
const OPERATIONS = [ANY, ...SlotComparison.shape.op.options] as const

/** What must have been found, and how it compares; entities of dictionaries are written by their name. */
export function SlotFields({ condition, onCondition }: Omit<ConditionProps<SlotCondition>, 'choices'>) {
  const text = useText()
  const { type, comparison } = condition
  const compare = (op: string, value: string | number) => {
    const known = SlotComparison.shape.op.safeParse(op)
    const { comparison: _before, ...rest } = condition
    onCondition(known.success ? { ...rest, comparison: { op: known.data, value: asValue(known.data, value) } } : rest)
  }
  return (
    <div className="condition__parts">
      <TextField
        label={text('web.rules.slotType')}
        list="rule-slot-types"
        value={type}
        maxLength={80}
        onValue={(wanted) => onCondition({ ...condition, type: wanted })}
      />
      <datalist id="rule-slot-types">
        {TYPES.map((value) => (
          <option key={value} value={value}>
            {slotName(value, text)}
          </option>
        ))}
      </datalist>
      <SelectField
        label={text('web.rules.compare')}
        value={comparison?.op ?? ANY}
        options={OPERATIONS.map((value) => ({ value, label: text(`web.rules.compare.${value}`) }))}
        onValue={(op) => compare(op, comparison?.value ?? '')}
      />
      {comparison && (
        <TextField
          label={text('web.rules.comparedWith')}
          value={String(comparison.value)}
          maxLength={80}
          onValue={(value) => compare(comparison.op, value)}
        />
      )}
    </div>
  )
}

/** What is written stays as it is until it is a number: the server says where one is needed. */
function asValue(op: SlotComparison['op'], value: string | number): string | number {
  const isNumber = op !== 'is' && String(value).trim() !== '' && Number.isFinite(Number(value))
  return isNumber ? Number(value) : String(value)
}
