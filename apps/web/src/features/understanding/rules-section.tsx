import type { AppliedRule, RuleTrace } from '@parley/protocol'
import { Scale, TriangleAlert } from 'lucide-react'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { sayWeight, subjectValueName } from './rule-words'

interface RulesSectionProps {
  readonly rules: RuleTrace
  /** People said something: that outranks all rules. */
  readonly isLabelled: boolean
}

/** What rules did: where one and the model differ comes first, and is marked. */
export function RulesSection({ rules: { applied, model }, isLabelled }: RulesSectionProps) {
  const text = useText()
  const language = useLanguage()
  const ordered = [...applied.filter(isConflict), ...applied.filter((rule) => !isConflict(rule))]
  const nameOf = (id: string | undefined) => applied.find((rule) => rule.id === id)?.name ?? ''
  return (
    <section className="panel__section">
      <h3>{text('web.rules.applied')}</h3>
      <ul className="rule-notes">
        {ordered.map((rule) => {
          const said = model.find((one) => one.about === rule.about && (rule.about !== 'act' || isAbout(one, rule)))
          const told = {
            model: subjectValueName(rule.about, said?.value ?? null, text),
            percent: percent(said?.probability ?? 0, language),
          }
          return (
            <li key={rule.id} className="rule-note" data-is-conflict={isConflict(rule)}>
              {isConflict(rule) ? (
                <TriangleAlert size={16} aria-hidden="true" />
              ) : (
                <Scale size={16} aria-hidden="true" />
              )}
              <span>{say(rule, { ...told, other: nameOf(rule.overruledBy) }, text)}</span>
            </li>
          )
        })}
      </ul>
      {isLabelled && <p className="field__hint">{text('web.rules.labelled')}</p>}
    </section>
  )
}

const isConflict = ({ outcome }: AppliedRule): boolean => outcome === 'decided'

/** Of acts there may be several, each with a word of its own. */
const isAbout = ({ value }: RuleTrace['model'][number], rule: AppliedRule) => value === null || value === rule.value

interface Told {
  readonly model: string
  readonly percent: string
  readonly other: string
}

function say({ name: rule, about, value: said, strength, outcome }: AppliedRule, told: Told, text: Text): string {
  const value = subjectValueName(about, said, text)
  const { model, percent, other } = told
  if (outcome === 'overruled') return text('web.rules.overruled', { rule, value, other })
  if (outcome === 'weighed') {
    const weight = strength.kind === 'evidence' ? sayWeight(strength.weight) : ''
    return text('web.rules.weighed', { rule, value, weight, model, percent })
  }
  if (outcome === 'agreed')
    return text(strength.kind === 'must' ? 'web.rules.agreed' : 'web.rules.agreedNot', { rule, value })
  if (about === 'task') return text('web.rules.conflictTask', { rule, percent })
  return text(strength.kind === 'must' ? 'web.rules.conflict' : 'web.rules.conflictNot', {
    rule,
    value,
    model,
    percent,
  })
}
