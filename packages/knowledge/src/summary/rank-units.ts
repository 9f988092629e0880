import type { Language } from '@parley/text'
import type { TalkUnit } from './talk-units'
import { cosine, scaled, type UnitVectors } from './unit-vectors'

/** What a point is worth beside its being central; chosen on dialogues and meetings with reference summaries. */
const WEIGHTS = { length: 2, opening: 1, question: -1.5 }
/** Words from which on a sentence says no more by being longer. */
const FULL_LENGTH = 18

/**
 * How well each sentence stands for the conversation: near to the centre of all that was said in its language (Radev et
 * al. 2004, centroid), long enough to say something, early.
 */
export function rankUnits(units: readonly TalkUnit[], { words, meaning }: UnitVectors): number[] {
  const views = meaning ? [words, meaning] : [words]
  const central = views.map((vectors) => centrality(units, vectors))
  return units.map((unit, index) => {
    const centre = central.reduce((sum, scores) => sum + scores[index]!, 0) / central.length
    const length = WEIGHTS.length * Math.min(1, unit.length / FULL_LENGTH)
    const opening = unit.position === 0 ? WEIGHTS.opening : 0
    return centre + length + opening + (unit.kind === 'question' ? WEIGHTS.question : 0)
  })
}

/** Cosine to the centre of its language, in standard deviations: the languages' cosines are not alike. */
function centrality(units: readonly TalkUnit[], vectors: readonly Float32Array[]): number[] {
  const scores = new Array<number>(units.length).fill(0)
  for (const language of ['zh', 'en'] satisfies Language[]) {
    const own = units.flatMap((unit, index) => (unit.language === language ? [index] : []))
    if (own.length === 0) continue
    const centre = centreOf(own.map((index) => vectors[index]!))
    const cosines = own.map((index) => cosine(vectors[index]!, centre))
    standardise(cosines).forEach((score, place) => {
      scores[own[place]!] = score
    })
  }
  return scores
}

function centreOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length)
  for (const vector of vectors) for (let index = 0; index < sum.length; index++) sum[index]! += vector[index]!
  return scaled(sum)
}

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  return values.map((value) => (value - mean) / deviation)
}
