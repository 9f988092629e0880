import { type IntentPack, packExamples } from '../packs/intent-pack'

/** How words are spelt: the words of a corpus, and the letter triples that they are made of. */
export interface Spelling {
  readonly words: ReadonlySet<string>
  readonly triples: ReadonlySet<string>
}

/** Of a word's letter triples, so many must be usual: "kubernetes" is spelt like a word, "qwer" is not. */
const USUAL_SHARE = 0.6
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’]*/gu

/** Learns from what the packs say. A few thousand words hold nearly all the triples that words are spelt with. */
export function learnSpelling(packs: readonly IntentPack[]): Spelling {
  const inScope = packs.flatMap(packExamples).filter(({ intent }) => intent !== null)
  const words = new Set(inScope.flatMap(({ text }) => latinWords(text)))
  return { words, triples: new Set([...words].flatMap(triplesOf)) }
}

/** Whether letters are put together as words are: "deploy", "API" and "Xu" are, "zxcv" and "jjj" are not. */
export function isWordLike(word: string, { words, triples }: Spelling): boolean {
  const plain = word.toLowerCase()
  if (words.has(plain) || /^\p{Lu}{2,6}$/u.test(word)) return true
  if (plain.length < 3 || /(.)\1\1/u.test(plain)) return false
  const parts = triplesOf(plain)
  return parts.filter((triple) => triples.has(triple)).length / parts.length >= USUAL_SHARE
}

export const latinWords = (text: string): string[] => (text.match(LATIN_WORD) ?? []).map((word) => word.toLowerCase())

const triplesOf = (word: string): string[] => {
  const bounded = `^${word}$`
  return Array.from({ length: Math.max(0, bounded.length - 2) }, (_unused, at) => bounded.slice(at, at + 3))
}
