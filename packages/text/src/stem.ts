import { stemmer } from 'stemmer'

/** The stem of a lower-case English word (Porter 1980); anything else, and very long words, stay as they are. */
export function stem(word: string): string {
  return /^[a-z]{3,40}$/.test(word) ? stemmer(word) : word
}
