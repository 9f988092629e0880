import type { Passage } from './answer-types'
import { centresByLanguage } from './centre-by-language'
import type { DenseIndex } from './dense-index'
import type { PassageHit } from './search-types'

/** The slots of a document: from `first` up to, and without, `end`. */
export interface SlotRange {
  readonly first: number
  readonly end: number
}

export interface MeaningScores {
  /** Those that have a vector. */
  readonly slots: readonly number[]
  contrastOf(slot: number): number
  of(slot: number): Pick<PassageHit, 'dense' | 'contrast'>
}

/** How well the passages in these ranges fit by meaning; without an encoder or a question's vector, none does. */
export function scoreMeaning(
  index: DenseIndex | null,
  vector: Float32Array | null,
  passages: readonly (Passage | undefined)[],
  readable: readonly SlotRange[],
): MeaningScores {
  if (!index || !vector) return { slots: [], contrastOf: () => 0, of: () => ({ dense: null, contrast: null }) }
  const cosines = new Float64Array(passages.length)
  const slots: number[] = []
  for (const { first, end } of readable) {
    for (let slot = first; slot < end; slot++) {
      const cosine = index.score(vector, slot)
      if (cosine === undefined) continue
      cosines[slot] = cosine
      slots.push(slot)
    }
  }
  const languageOf = (slot: number) => passages[slot]!.language
  const centres = centresByLanguage(slots, (slot) => cosines[slot]!, languageOf)
  const contrastOf = (slot: number) => cosines[slot]! - centres[languageOf(slot)]
  return { slots, contrastOf, of: (slot) => ({ dense: cosines[slot]!, contrast: contrastOf(slot) }) }
}
