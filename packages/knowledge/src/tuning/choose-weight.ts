import { fuseScores } from '../fuse-scores'
import type { JudgedCandidate, JudgedQuestion } from './judged-question'

/** How well what was looked for comes first: 1 where it always does. Null where there is no such question. */
export interface RankingQuality {
  readonly asked: number | null
  readonly made: number | null
}

export interface ChosenWeight {
  readonly weight: number
  /** Whether it is better, on questions that it was not chosen by. */
  readonly verdict: 'better' | 'no-gain' | 'too-few'
  readonly asked: number
  readonly made: number
  /** On the held half of the questions: with the weight as it is, and with this one. */
  readonly before: RankingQuality
  readonly after: RankingQuality
}

const WEIGHTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const ASKED_SHARE = 3
/** With fewer held questions any weight wins by chance. */
const LEAST_HELD = 10
/** Of the mean reciprocal rank over the held questions. */
const LEAST_GAIN = 0.005

/**
 * The share of words that ranks best on one half of the questions. It is said to be better where it gains on the other half and
 * loses nothing on people's own questions there.
 */
export function chooseWeight(questions: readonly JudgedQuestion[], current: number): ChosenWeight {
  const judged = questions.filter(({ candidates }) => candidates.some(({ isGood, isBad }) => isGood || isBad))
  const count = (origin: JudgedQuestion['origin']) => judged.filter((one) => one.origin === origin).length
  const [train, held] = halves(judged)
  const weight = bestWeight(train, current)
  const before = qualityOf(held, current)
  const after = qualityOf(held, weight)
  const isBetter = mean(held, weight) - mean(held, current) >= LEAST_GAIN && (after.asked ?? 0) >= (before.asked ?? 0)
  const verdict = held.length < LEAST_HELD ? 'too-few' : isBetter ? 'better' : 'no-gain'
  return { weight, verdict, asked: count('asked'), made: count('made'), before, after }
}

/** The best candidates' places with a weight, best first. */
export function rankWith(candidates: readonly JudgedCandidate[], lexicalWeight: number): readonly JudgedCandidate[] {
  // Of the highest score possible, as a search gives them.
  const fused = fuseScores(candidates, { lexicalWeight, lexicalCeiling: 1 })
  return candidates
    .map((_, at) => at)
    .sort((a, b) => fused[b]! - fused[a]! || a - b)
    .map((at) => candidates[at]!)
}

/** Every other one of each kind, so that both halves have questions of both. */
function halves(questions: readonly JudgedQuestion[]): [JudgedQuestion[], JudgedQuestion[]] {
  const sorted = [
    ...questions.filter(({ origin }) => origin === 'asked'),
    ...questions.filter(({ origin }) => origin === 'made'),
  ]
  return [sorted.filter((_, at) => at % 2 === 0), sorted.filter((_, at) => at % 2 === 1)]
}

/** Of equals the one nearest to what is. */
function bestWeight(questions: readonly JudgedQuestion[], current: number): number {
  const scored = [current, ...WEIGHTS].map((weight) => ({ weight, score: mean(questions, weight) }))
  return scored.reduce((best, one) => (isAhead(one, best, current) ? one : best)).weight
}

interface Scored {
  readonly weight: number
  readonly score: number
}

function isAhead(one: Scored, other: Scored, current: number): boolean {
  if (Math.abs(one.score - other.score) > 1e-9) return one.score > other.score
  return Math.abs(one.weight - current) < Math.abs(other.weight - current)
}

function qualityOf(questions: readonly JudgedQuestion[], weight: number): RankingQuality {
  const of = (origin: JudgedQuestion['origin']) => {
    const some = questions.filter((one) => one.origin === origin)
    return some.length === 0 ? null : mean(some, weight)
  }
  return { asked: of('asked'), made: of('made') }
}

function mean(questions: readonly JudgedQuestion[], weight: number): number {
  let sum = 0
  let total = 0
  for (const { origin, candidates } of questions) {
    const share = origin === 'asked' ? ASKED_SHARE : 1
    sum += share * reward(rankWith(candidates, weight))
    total += share
  }
  return total === 0 ? 0 : sum / total
}

/** Reciprocal rank of what was looked for; where only what was wrong is known, how far that is from the first place. */
function reward(ranked: readonly JudgedCandidate[]): number {
  const good = ranked.findIndex(({ isGood }) => isGood)
  if (good >= 0) return 1 / (good + 1)
  const bad = ranked.findIndex(({ isBad }) => isBad)
  return bad < 0 ? 0 : 1 - 1 / (bad + 1)
}
