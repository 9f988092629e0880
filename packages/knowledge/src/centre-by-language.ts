import type { Language } from '@parley/text'

export interface SlotScore {
  readonly slot: number
  readonly language: Language
  readonly cosine: number
}

/** So many passages' worth of the overall mean are mixed into a language's own: a lone passage is no background. */
const PRIOR = 10

/**
 * How far a question is above its usual cosine with passages of a language. A multilingual encoder places texts of one
 * language nearer to each other whatever they say; without this a question hardly finds the other language's passages.
 */
export function centresByLanguage(scores: readonly SlotScore[]): Record<Language, number> {
  const overall = meanOf(scores)
  const centre = (language: Language) => {
    const own = scores.filter((score) => score.language === language)
    return (meanOf(own) * own.length + overall * PRIOR) / (own.length + PRIOR)
  }
  return { zh: centre('zh'), en: centre('en') }
}

function meanOf(scores: readonly SlotScore[]): number {
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score.cosine, 0) / scores.length
}
