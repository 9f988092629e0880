import type { AppliedRule, RuleEdge, RuleTrace } from '@parley/protocol'
import { Scale, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { type Text, useText } from '../../app/use-text'
import { graphPath } from '../graph/graph-path'
import { sayWeight, subjectValueName } from './rule-words'

interface RulesSectionProps {
  readonly rules: RuleTrace
  /** Those of the edges that rules were held by which the reader may know. */
  readonly edges: readonly RuleEdge[]
  /** People said something: that outranks all rules. */
  readonly isLabelled: boolean
}

/** What rules did: where one and the model differ comes first, and is marked. */
export function RulesSection({ rules: { applied, model }, edges, isLabelled }: RulesSectionProps) {
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
              <div>
                <p>{say(rule, { ...told, other: nameOf(rule.overruledBy) }, text)}</p>
                <HeldEdges rule={rule} edges={edges} />
              </div>
            </li>
          )
        })}
      </ul>
      {isLabelled && <p className="field__hint">{text('web.rules.labelled')}</p>}
    </section>
  )
}

/** What of the graph a rule was held by: it may be gone by now, or stand where the reader may not look. */
function HeldEdges({ rule, edges }: { readonly rule: AppliedRule; readonly edges: readonly RuleEdge[] }) {
  const text = useText()
  const ids = [...new Set(rule.spans.flatMap(({ edgeId }) => edgeId ?? []))]
  const known = edges.filter(({ id }) => ids.includes(id))
  if (ids.length === 0) return null
  return (
    <ul className="rule-note__edges">
      {known.map(({ id, type, from, to, toId }) => (
        <li key={id}>
          <Link href={graphPath(toId)}>
            {text('web.rules.edge', { from, relation: text(`web.rules.relation.${type}`), to })}
          </Link>
        </li>
      ))}
      {known.length < ids.length && <li>{text('web.rules.edgeHidden')}</li>}
    </ul>
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
