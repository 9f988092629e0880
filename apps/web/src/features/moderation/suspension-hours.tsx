import { useText } from '../../app/use-text'
import { Field } from '../../components/field'

/** From a pause to cool down to half a year. */
const HOURS = [1, 24, 72, 168, 720, 4_320] as const

export interface SuspensionHoursProps {
  readonly label: string
  /** Null: not at all, where that is a choice. */
  readonly value: number | null
  readonly onValue: (hours: number | null) => void
  /** Given: not to suspend can be chosen, by this name. */
  readonly none?: string
}

export function SuspensionHours({ label, value, onValue, none }: SuspensionHoursProps) {
  const text = useText()
  return (
    <Field label={label}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={value ?? ''}
          onChange={(event) => onValue(Number(event.currentTarget.value) || null)}
        >
          {none && <option value="">{none}</option>}
          {HOURS.map((count) => (
            <option key={count} value={count}>
              {text('web.govern.hours', { count })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
