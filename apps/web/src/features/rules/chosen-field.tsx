import { X } from 'lucide-react'
import { useText } from '../../app/use-text'
import { SelectField } from './select-field'
import type { Choice } from './use-rule-choices'

interface ChosenFieldProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly Choice[]
  readonly onChosen: (chosen: string[]) => void
}

/** Any number of a list: what is chosen stands as chips, each of which can be taken out again. */
export function ChosenField({ label, chosen, options, onChosen }: ChosenFieldProps) {
  const text = useText()
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  const left = options.filter(({ value }) => !chosen.includes(value))
  return (
    <div className="chosen">
      <SelectField
        label={label}
        value=""
        options={[{ value: '', label: text('web.rules.pick') }, ...left]}
        onValue={(value) => value && onChosen([...chosen, value])}
      />
      {chosen.length > 0 && (
        <ul className="chosen__list">
          {chosen.map((value) => (
            <li key={value}>
              <button
                type="button"
                className="chosen__chip"
                aria-label={text('web.rules.unpick', { name: labelOf(value) })}
                onClick={() => onChosen(chosen.filter((one) => one !== value))}
              >
                {labelOf(value)}
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
