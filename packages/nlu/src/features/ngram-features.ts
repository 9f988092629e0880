import { characterNgrams, foldTraditional, normalise } from '@parley/text'

/** What is learnt from a set of texts: the inverse document frequency of each n-gram slot, 0 where none was seen. */
export interface NgramStatistics {
  readonly idf: Float32Array
}

/** Numbers in one vector. */
export const NGRAM_COLUMNS = 2048
const SLOTS = 65_536
/** Chinese says in one to three characters what English says in one to five. */
const LONGEST_CHINESE = 3
const LONGEST_OTHER = 5
const MAX_TEXT_LENGTH = 1000
const HAN = /\p{Script=Han}/u

/** Smoothed inverse document frequencies. */
export function fitNgrams(texts: readonly string[]): NgramStatistics {
  const frequencies = new Float32Array(SLOTS)
  for (const text of texts) {
    for (const slot of countSlots(text).keys()) frequencies[slot] = (frequencies[slot] as number) + 1
  }
  return { idf: frequencies.map((count) => (count === 0 ? 0 : 1 + Math.log((1 + texts.length) / (1 + count)))) }
}

/**
 * A text as a unit vector of its character n-grams: TF-IDF with sublinear term frequency (Manning et al., Introduction
 * to Information Retrieval, 2008, 6.4), folded into 2,048 numbers by signed hashing (Weinberger et al. 2009), which keeps
 * inner products and makes training a matter of dense products. All zero when no n-gram is known.
 */
export function ngramVector(text: string, { idf }: NgramStatistics): Float32Array {
  const vector = new Float32Array(NGRAM_COLUMNS)
  for (const [slot, count] of countSlots(text)) {
    const weight = (1 + Math.log(count)) * (idf[slot] as number)
    // Two places for each slot: two n-grams that share one place seldom share the other.
    addAt(vector, mix(slot), weight)
    addAt(vector, mix(slot + SLOTS), weight)
  }
  return toUnitLength(vector)
}

function countSlots(text: string): Map<number, number> {
  const folded = ` ${foldTraditional(normalise(text.slice(0, MAX_TEXT_LENGTH)).toLowerCase())} `
  const longest = HAN.test(folded) ? LONGEST_CHINESE : LONGEST_OTHER
  const counts = new Map<number, number>()
  for (const ngram of characterNgrams(folded, 1, longest)) {
    const slot = hash(ngram) % SLOTS
    counts.set(slot, (counts.get(slot) ?? 0) + 1)
  }
  return counts
}

function addAt(vector: Float32Array, hashed: number, weight: number): void {
  const place = hashed % NGRAM_COLUMNS
  vector[place] = (vector[place] as number) + (hashed & 0x4000_0000 ? weight : -weight)
}

/** FNV-1a over UTF-16 units, mixed. */
function hash(text: string): number {
  let state = 0x811c_9dc5
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x0100_0193)
  return mix(state)
}

/** MurmurHash3's final mix: every bit of the input reaches every bit of the result. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** In place. */
function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (let at = 0; at < vector.length; at++) squares += (vector[at] as number) ** 2
  const length = Math.sqrt(squares)
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length
  return vector
}
