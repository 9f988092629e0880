import type { PersonRelation, Slot, SlotValue } from '../understanding'
import { foldPattern } from './fold-text'
import type { RuleCondition, SlotComparison } from './rule'
import type { RuleScene } from './rule-scene'
import type { HeldSpan } from './rule-trace'

type Of<Kind extends RuleCondition['kind']> = Extract<RuleCondition, { readonly kind: Kind }>
type Judges = {
  readonly [Kind in RuleCondition['kind']]: (condition: Of<Kind>, scene: RuleScene) => readonly HeldSpan[] | null
}

const NOWHERE: readonly HeldSpan[] = []
const when = (isSo: boolean) => (isSo ? NOWHERE : null)

/** How each kind of condition is judged: where it is held by, or null. A new kind is a new line here. */
const JUDGES: Judges = {
  text: ({ patterns }, { found }) => {
    const spans = patterns.flatMap((pattern) => found.patterns.get(pattern) ?? [])
    return spans.length > 0 ? spans : null
  },
  slot: ({ type, comparison }, { slots }) => {
    const fitting = slots.filter(({ value }) => typeOf(value) === type && compares(value, comparison))
    return fitting.length > 0 ? fitting.map(({ start, end }) => ({ start, end })) : null
  },
  intent: ({ names }, { intent }) => when(names.includes(intent)),
  tone: ({ of, names }, { tone }) => {
    const told = of === 'act' ? (tone?.acts ?? []) : [tone?.[of]]
    return when(told.some((judged) => judged !== undefined && names.includes(judged.name)))
  },
  language: (condition, { language }) => when(condition.language === language),
  channel: ({ channelIds }, { channelId }) => when(channelId !== undefined && channelIds.includes(channelId)),
  person: ({ userIds }, { speakerId }) => when(userIds.includes(speakerId)),
  relation: (condition, { slots, relations }) => {
    const spans = slots.flatMap((slot) => spansRelated(slot, condition, relations))
    return spans.length > 0 ? spans : null
  },
}

/** Where in the message a condition is held by, which may be nowhere in particular; null where it does not hold. */
export function conditionHolds(condition: RuleCondition, scene: RuleScene): readonly HeldSpan[] | null {
  const judge = JUDGES[condition.kind] as (condition: RuleCondition, scene: RuleScene) => readonly HeldSpan[] | null
  const spans = judge(condition, scene)
  return condition.isNot ? when(spans === null) : spans
}

/** Of a name that several bear all must stand so: nobody knows which of them is meant. */
function spansRelated(
  { start, end, value }: Slot,
  { type, toId }: Of<'relation'>,
  relations: readonly PersonRelation[],
): HeldSpan[] {
  if (value.type !== 'person') return []
  const wanted = relations.filter((one) => one.type === type && one.toId === toId)
  const edges = value.personIds.map((id) => wanted.find(({ personId }) => personId === id))
  return edges.flatMap((edge) => (edge && edges.every(Boolean) ? [{ start, end, edgeId: edge.edgeId }] : []))
}

/** A range is of what it counts. */
function typeOf(value: SlotValue): string {
  if (value.type === 'term') return value.entity
  return value.type === 'range' ? value.of : value.type
}

function compares(value: SlotValue, comparison: SlotComparison | undefined): boolean {
  if (!comparison) return true
  const { op, value: wanted } = comparison
  if (op === 'is') return wordsOf(value).some((words) => foldPattern(words) === foldPattern(String(wanted)))
  return numbersOf(value).length > 0 && numbersOf(value).every((number) => ORDER[op](number, Number(wanted)))
}

const ORDER: Readonly<Record<Exclude<SlotComparison['op'], 'is'>, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
}

/** Of a range both ends: it is over 5,000 when all of it is. */
function numbersOf(value: SlotValue): readonly number[] {
  switch (value.type) {
    case 'number':
      return [value.number]
    case 'amount':
      return [value.amount]
    case 'percentage':
      return [value.percentage]
    case 'quantity':
      return [value.quantity]
    case 'duration':
      return [value.seconds]
    case 'range':
      return [value.min, value.max]
    default:
      return []
  }
}

/** What a value is called, whatever it is. */
const wordsOf = (value: SlotValue): string[] =>
  Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'string' && name !== 'type' && name !== 'entity' ? [part] : [],
  )
