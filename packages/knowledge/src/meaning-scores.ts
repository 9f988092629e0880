import type { Language } from '@parley/text'
import { centresByLanguage } from './centre-by-language'
import type { DenseIndex } from './dense-index'
import type { SlotRange } from './readable-slots'
import type { FoundPassage } from './search-types'
import { TopSlots } from './top-slots'

export interface MeaningScores {
  /** The best of those that may be read, best first. */
  best(limit: number): number[]
  of(slot: number): Pick<FoundPassage, 'dense' | 'contrast'>
}

/** How well the passages in these ranges fit by meaning; without an encoder or a question's vector, none does. */
export function scoreMeaning(
  index: DenseIndex | null,
  vector: Float32Array | null,
  languages: readonly Language[],
  ranges: readonly SlotRange[],
): MeaningScores {
  if (!index || !vector) return { best: () => [], of: () => ({ dense: null, contrast: null }) }
  const cosines = new Float32Array(languages.length)
  index.score(vector, ranges, cosines)
  const centres = centresByLanguage(ranges, cosines, languages)
  const contrastOf = (slot: number) => cosines[slot]! - centres[languages[slot]!]
  return {
    best(limit) {
      const top = new TopSlots(limit)
      for (const { first, end } of ranges) for (let slot = first; slot < end; slot++) top.offer(slot, contrastOf(slot))
      return top.slots()
    },
    of: (slot) => ({ dense: cosines[slot]!, contrast: contrastOf(slot) }),
  }
}
