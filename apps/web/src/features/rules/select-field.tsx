import { Field } from '../../components/field'
import type { Choice } from './use-rule-choices'

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Choice[]
  readonly onValue: (value: string) => void
}

/** One of a list. */
export function SelectField({ label, value, options, onValue }: SelectFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
