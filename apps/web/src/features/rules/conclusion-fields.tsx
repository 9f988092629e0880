import { type IfThenRule, RuleSubject } from '@parley/protocol'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { FaultNotes } from './fault-notes'
import type { IfThenFieldsProps } from './if-then-fields'
import { SelectField } from './select-field'

const STRENGTHS = ['must', 'must-not', 'evidence'] as const
const NO_TASK: Pick<IfThenRule, 'conclusion' | 'strength'> = {
  conclusion: { about: 'task', value: null },
  strength: { kind: 'must-not' },
}

/** What a rule decides, and how strongly. */
export function ConclusionFields({ definition, choices, faults, onDefinition }: IfThenFieldsProps) {
  const text = useText()
  const { conclusion, strength } = definition
  const decide = (about: RuleSubject) =>
    onDefinition(
      about === 'task'
        ? { ...definition, ...NO_TASK }
        : { ...definition, conclusion: { about, value: choices.valuesOf(about)[0]?.value ?? null } },
    )
  const setStrength = (kind: string) =>
    onDefinition({
      ...definition,
      strength: kind === 'must' || kind === 'must-not' ? { kind } : { kind: 'evidence', weight: 2 },
    })
  return (
    <div className="condition">
      <div className="condition__parts">
        <SelectField
          label={text('web.rules.about')}
          value={conclusion.about}
          options={RuleSubject.options.map((value) => ({ value, label: text(`web.rules.about.${value}`) }))}
          onValue={(about) => decide(RuleSubject.parse(about))}
        />
        {conclusion.about === 'task' ? (
          <p className="condition__said">{text('web.rules.noTask')}</p>
        ) : (
          <>
            <ValueField definition={definition} choices={choices} onDefinition={onDefinition} />
            <SelectField
              label={text('web.rules.strength')}
              value={strength.kind}
              options={STRENGTHS.map((value) => ({ value, label: text(`web.rules.strength.${value}`) }))}
              onValue={setStrength}
            />
          </>
        )}
      </div>
      {strength.kind === 'evidence' && (
        <WeightField
          weight={strength.weight}
          onWeight={(weight) => onDefinition({ ...definition, strength: { kind: 'evidence', weight } })}
        />
      )}
      <FaultNotes faults={faults} />
    </div>
  )
}

/** No value is called so: names are not blank. */
const NONE = ' '

function ValueField({ definition, choices, onDefinition }: Omit<IfThenFieldsProps, 'faults'>) {
  const text = useText()
  const { about, value } = definition.conclusion
  const none = about === 'intent' ? [{ value: NONE, label: text('web.intents.none') }] : []
  const known = [...choices.valuesOf(about), ...none]
  const gone = value !== null && !known.some((choice) => choice.value === value) ? [{ value, label: value }] : []
  return (
    <SelectField
      label={text('web.rules.value')}
      value={value ?? NONE}
      options={[...gone, ...known]}
      onValue={(chosen) =>
        onDefinition({ ...definition, conclusion: { about, value: chosen === NONE ? null : chosen } })
      }
    />
  )
}

function WeightField({ weight, onWeight }: { weight: number; onWeight: (weight: number) => void }) {
  const text = useText()
  const language = useLanguage()
  const factor = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(Math.exp(weight))
  return (
    <Field label={text('web.rules.weight')} hint={text('web.rules.weightHint', { factor })}>
      {(ids) => (
        <input
          className="input condition__weight"
          type="number"
          {...ids}
          min={-10}
          max={10}
          step={0.1}
          required
          value={weight}
          onChange={({ currentTarget }) =>
            Number.isFinite(currentTarget.valueAsNumber) && onWeight(currentTarget.valueAsNumber)
          }
        />
      )}
    </Field>
  )
}
