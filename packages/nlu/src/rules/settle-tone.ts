import type { LogOddsShifts } from '../intents/shift-intents'
import { ACTS, TONE_KINDS, type Tone, type ToneKind } from '../tone/tone'
import { toneWith } from '../understand'
import type { RuleBook } from './rule-book'
import { type RuleReading, type Settled, unsettled } from './rule-reading'
import type { RuleScene } from './rule-scene'
import { type FiringRule, outcomesOf, settleRules } from './settle-rules'

type Told = Tone | undefined
type Judge = (tone: Told) => Settled<Told>

/** How a message is said, as the rules want it: its acts first, then kind by kind. */
export function settleTone(reading: RuleReading, read: Told, scene: RuleScene, book: RuleBook): Settled<Told> {
  // No condition of a rule about an act may ask for the tone: what is settled of one act changes nothing for the next.
  const firing = book.firing('act', { ...scene, tone: read })
  const steps: readonly Judge[] = [
    ...ACTS.map(
      (act): Judge =>
        (tone) =>
          settleAct(reading, tone, ofValue(firing, act)),
    ),
    ...TONE_KINDS.map(
      (kind): Judge =>
        (tone) =>
          settleKind(reading, kind, tone, book.firing(kind, { ...scene, tone })),
    ),
  ]
  return steps.reduce<Settled<Told>>((settled, judge) => {
    const next = judge(settled.value)
    return {
      value: next.value,
      applied: [...settled.applied, ...next.applied],
      model: [...settled.model, ...next.model],
    }
  }, unsettled(read))
}

const ofValue = (firing: readonly FiringRule[], act: string) => firing.filter(({ value }) => value === act)

/** A message may do several things: each is settled by itself. */
function settleAct(reading: RuleReading, tone: Told, firing: readonly FiringRule[]): Settled<Told> {
  const act = firing[0]?.value
  if (act === undefined || act === null) return unsettled(tone)
  const settlement = settleRules(firing)
  const before = tone?.acts.find(({ name }) => name === act)
  const weighed = reweigh(reading, tone, 'act', settlement.shifts)?.acts ?? []
  const others = weighed.filter(({ name }) => name !== act)
  const isForbidden = settlement.shifts.get(act) === Number.NEGATIVE_INFINITY
  const itself = weighed.filter(({ name }) => name === act && !isForbidden)
  const acts = settlement.decided ? [{ name: act, probability: 1 }, ...others] : [...itself, ...others]
  return {
    value: { ...tone, acts: acts as Tone['acts'] },
    applied: outcomesOf(firing, settlement, () => before !== undefined),
    model: [{ about: 'act', value: before ? act : null, probability: before?.probability ?? 0 }],
  }
}

function settleKind(reading: RuleReading, kind: ToneKind, tone: Told, firing: readonly FiringRule[]): Settled<Told> {
  if (firing.length === 0) return unsettled(tone)
  const settlement = settleRules(firing)
  const before = tone?.[kind]
  const weighed = reweigh(reading, tone, kind, settlement.shifts)?.[kind]
  const isForbidden = settlement.shifts.get(weighed?.name ?? '') === Number.NEGATIVE_INFINITY
  const decided = settlement.decided?.value
  const told = decided ? { name: decided, probability: 1 } : isForbidden ? undefined : weighed
  const { [kind]: _read, ...rest } = tone ?? { acts: [] }
  return {
    value: { ...rest, ...(told && { [kind]: told }) } as Tone,
    applied: outcomesOf(firing, settlement, (value) => before?.name === value),
    model: [{ about: kind, value: before?.name ?? null, probability: before?.probability ?? 0 }],
  }
}

/** The head is asked again with the evidence; of what was settled before nothing changes. */
function reweigh(
  { heads, encoding, text }: RuleReading,
  tone: Told,
  about: ToneKind | 'act',
  shifts: LogOddsShifts,
): Told {
  if (!heads?.tone || !encoding || shifts.size === 0) return tone
  return toneWith({ [about]: shifts }, text, encoding, heads.tone)
}
