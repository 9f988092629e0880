import type { Encoder } from '@parley/inference'
import { chooseDiverse } from './choose-diverse'
import { openQuestions } from './open-questions'
import { rankUnits } from './rank-units'
import type { SaidSentence, TalkMessage, TalkSummary } from './talk'
import { type TalkUnit, talkUnits } from './talk-units'
import { cosine, type UnitVectors, unitVectors } from './unit-vectors'

const MOST_DECISIONS = 6
const MOST_PROMISES = 6
const MOST_QUESTIONS = 5
const MOST_POINTS = 7
/** A point for so many sentences. */
const UNITS_A_POINT = 6
const NOTHING: TalkSummary = { points: [], decisions: [], promises: [], openQuestions: [] }

/**
 * Summarises a conversation in its own words: sentences near to the centre of all that was said and unlike each other,
 * what was decided, who takes on what, and what
 * was asked and not answered. Nothing is worded anew, so nothing is made up.
 *
 * @param messages oldest first.
 * @param encoder null: words alone are compared.
 * @throws EncoderUnavailableError when there is an encoder and it cannot compute.
 */
export async function summarizeTalk(messages: readonly TalkMessage[], encoder: Encoder | null): Promise<TalkSummary> {
  const units = talkUnits(messages)
  if (units.length === 0) return NOTHING
  const vectors = await unitVectors(units, encoder)
  const likeness = likenessOf(vectors)
  const scores = rankUnits(units, vectors)
  const ofKind = (kind: TalkUnit['kind']) => units.flatMap((unit, index) => (unit.kind === kind ? [index] : []))
  const decided = ofKind('decision').slice(-MOST_DECISIONS)
  const promised = ofKind('promise').slice(-MOST_PROMISES)
  const open = openQuestions(units, likeness, usualLikeness(units, likeness)).slice(-MOST_QUESTIONS)
  const told = new Set([...decided, ...promised, ...open])
  const rest = scores.map((score, index) => (told.has(index) ? -Infinity : score))
  const count = Math.min(MOST_POINTS, Math.ceil(units.length / UNITS_A_POINT))
  const points = chooseDiverse(rest, likeness, count).filter((index) => rest[index] !== -Infinity)
  const say = (indices: readonly number[]) =>
    indices.toSorted((one, other) => one - other).map((at) => asSaid(units[at]!))
  return { points: say(points), decisions: say(decided), promises: say(promised), openQuestions: say(open) }
}

const asSaid = ({ messageId, text }: TalkUnit): SaidSentence => ({ messageId, text })

function likenessOf({ words, meaning }: UnitVectors): (one: number, other: number) => number {
  return (one, other) => {
    const inWords = cosine(words[one]!, words[other]!)
    return meaning ? (inWords + cosine(meaning[one]!, meaning[other]!)) / 2 : inWords
  }
}

/** How alike neighbours are anyway, one standard deviation above their mean. */
function usualLikeness(units: readonly TalkUnit[], likeness: (one: number, other: number) => number): number {
  const pairs = units.slice(1).map((_, index) => likeness(index, index + 1))
  const mean = average(pairs)
  return mean + Math.sqrt(average(pairs.map((value) => (value - mean) ** 2)))
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
