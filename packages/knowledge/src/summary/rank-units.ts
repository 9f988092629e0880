import type { Language } from '@parley/text'
import type { TalkUnit } from './talk-units'
import { cosine, scaled, type UnitVectors } from './unit-vectors'

/** What a point is worth beside its being central; chosen on dialogues and meetings with reference summaries. */
const WEIGHTS = { length: 2, opening: 1, question: -1.5, figures: 1, leaning: -1 }
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
    const figures = holdsFigures(unit.text) ? WEIGHTS.figures : 0
    const leaning = leansOnOthers(unit.text) ? WEIGHTS.leaning : 0
    return centre + length + opening + figures + leaning + (unit.kind === 'question' ? WEIGHTS.question : 0)
  })
}

const holdsFigures = (sentence: string): boolean =>
  /\d|\b(?:half|third|quarter|twice|two|three|four|five|six|seven|eight|nine|ten|twenty|percent|hundred|thousand|million)\b|[一二两三四五六七八九十百千万半]+[个笔单成天周月年万千百块元人倍次分]/iu.test(
    sentence,
  )

/** Begins in the middle of a thought: without what was said before, it says little. */
const leansOnOthers = (sentence: string): boolean =>
  /^(?:but|and|not|or|then|so|that|this|it|let['’]s|because|also|except)\b|^(?:那|但|不过|所以|还有|也|因为|而且|要不|可以)/iu.test(
    sentence,
  )

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
