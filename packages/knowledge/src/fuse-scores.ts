/** How a candidate scores by words and by meaning; `dense` is undefined where there is no vector. */
export interface CandidateScores {
  readonly lexical: number
  readonly dense: number | undefined
  /** Share of the question that its words were looked for by; the rest of their weight goes to meaning. Default: all. */
  readonly trust?: number
}

/** Share of the lexical score where nothing was learnt. */
export const USUAL_LEXICAL_WEIGHT = 0.5

export interface Fusion {
  /** Share of the lexical score, 0 to 1, or that of each candidate. */
  readonly lexicalWeight: number | readonly number[]
  /** Highest lexical score that any text could have for the query. */
  readonly lexicalCeiling: number
}

/** Below this share of the ceiling the best lexical score is weak evidence and is not stretched to 1. */
const FULL_LEXICAL_SHARE = 0.4

/** Min–max fusion over the candidates (Bruch et al. 2023): each score is stretched to 0…1, then weighted. */
export function fuseScores(candidates: readonly CandidateScores[], fusion: Fusion): number[] {
  const lexicalTop = Math.max(0, ...candidates.map((candidate) => candidate.lexical))
  const lexicalRange = Math.max(lexicalTop, fusion.lexicalCeiling * FULL_LEXICAL_SHARE) || 1
  const dense = candidates.flatMap((candidate) => candidate.dense ?? [])
  const lowest = Math.min(...dense)
  const denseRange = Math.max(...dense) - lowest || 1
  const { lexicalWeight } = fusion
  return candidates.map((candidate, at) => {
    const lexical = candidate.lexical / lexicalRange
    if (dense.length === 0) return lexical
    const meaning = candidate.dense === undefined ? 0 : (candidate.dense - lowest) / denseRange
    const weight = trusted(typeof lexicalWeight === 'number' ? lexicalWeight : lexicalWeight[at]!, candidate.trust)
    return weight * lexical + (1 - weight) * meaning
  })
}

/** The share of words beside meaning when words tell only so much of what they usually do. */
function trusted(weight: number, trust = 1): number {
  return trust === 1 ? weight : (weight * trust) / (weight * trust + 1 - weight || 1)
}
