import type { LogOddsShifts } from '../intents/shift-intents'
import type { RuleStrength, RuleSubject } from './rule'
import type { AppliedRule, HeldSpan } from './rule-trace'

/** A rule whose conditions hold for a message. */
export interface FiringRule {
  readonly id: string
  readonly name: string
  readonly about: RuleSubject
  readonly value: string | null
  readonly strength: RuleStrength
  readonly spans: readonly HeldSpan[]
}

/** What the rules of one subject come to, before any head is asked. */
export interface Settlement {
  /** Undefined: no rule decides. */
  readonly decided: { readonly value: string | null } | undefined
  /** Evidence added up by value; what is forbidden has minus infinity. */
  readonly shifts: LogOddsShifts
  /** By the rules' ids: which rule that comes first says otherwise. */
  readonly overruled: ReadonlyMap<string, string>
}

/**
 * Joins rules about one subject, the first of which outranks the rest: of those that decide or forbid, each holds unless one
 * before it says otherwise, and they outrank evidence, which is added up.
 */
export function settleRules(firing: readonly FiringRule[]): Settlement {
  const overruled = new Map<string, string>()
  const forbidden = new Map<string | null, FiringRule>()
  let decider: FiringRule | undefined
  for (const rule of firing.filter(({ strength }) => strength.kind !== 'evidence')) {
    const isMust = rule.strength.kind === 'must'
    const opponent = opponentOf(rule, decider, forbidden)
    if (opponent) overruled.set(rule.id, opponent.id)
    else if (isMust) decider ??= rule
    else if (!forbidden.has(rule.value)) forbidden.set(rule.value, rule)
  }
  const shifts = addEvidence(firing, decider, { forbidden, overruled })
  return { decided: decider && { value: decider.value }, shifts, overruled }
}

/** The rule before it that says otherwise. */
function opponentOf(
  { strength, value }: FiringRule,
  decider: FiringRule | undefined,
  forbidden: ReadonlyMap<string | null, FiringRule>,
): FiringRule | undefined {
  if (strength.kind === 'must') return decider && decider.value !== value ? decider : forbidden.get(value)
  return decider?.value === value ? decider : undefined
}

interface Ground {
  readonly forbidden: ReadonlyMap<string | null, FiringRule>
  readonly overruled: Map<string, string>
}

function addEvidence(
  firing: readonly FiringRule[],
  decider: FiringRule | undefined,
  { forbidden, overruled }: Ground,
): LogOddsShifts {
  const shifts = new Map<string | null, number>([...forbidden.keys()].map((value) => [value, Number.NEGATIVE_INFINITY]))
  for (const { id, value, strength } of firing) {
    if (strength.kind !== 'evidence') continue
    const stronger = decider ?? forbidden.get(value)
    if (stronger) overruled.set(id, stronger.id)
    else shifts.set(value, (shifts.get(value) ?? 0) + strength.weight)
  }
  return shifts
}

/** What came of each rule, when it is known what was said without rules, and what is said with them. */
export function outcomesOf(
  firing: readonly FiringRule[],
  { overruled }: Settlement,
  saidBefore: (value: string | null) => boolean,
): AppliedRule[] {
  return firing.map((rule) => {
    const overruledBy = overruled.get(rule.id)
    if (overruledBy !== undefined) return { ...rule, outcome: 'overruled', overruledBy }
    if (rule.strength.kind === 'evidence') return { ...rule, outcome: 'weighed' }
    const isAsBefore = (rule.strength.kind === 'must') === saidBefore(rule.value)
    return { ...rule, outcome: isAsBefore ? 'agreed' : 'decided' }
  })
}
