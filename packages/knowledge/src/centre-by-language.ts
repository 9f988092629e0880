import type { Language } from '@parley/text'
import type { SlotRange } from './readable-slots'

/** So many passages' worth of the overall mean are mixed into a language's own: a lone passage is no background. */
const PRIOR = 10

/**
 * The cosine that is usual between a question and passages of each language. A multilingual encoder places texts of one
 * language nearer to each other whatever they say; unless that is taken off, a question hardly finds the other
 * language's passages.
 */
export function centresByLanguage(
  ranges: readonly SlotRange[],
  cosines: Float32Array,
  languages: readonly Language[],
): Record<Language, number> {
  const sums = { zh: 0, en: 0 }
  const counts = { zh: 0, en: 0 }
  for (const { first, end } of ranges) {
    for (let slot = first; slot < end; slot++) {
      const language = languages[slot]!
      sums[language] += cosines[slot]!
      counts[language]++
    }
  }
  const overall = (sums.zh + sums.en) / (counts.zh + counts.en || 1)
  const centre = (language: Language) => (sums[language] + overall * PRIOR) / (counts[language] + PRIOR)
  return { zh: centre('zh'), en: centre('en') }
}
