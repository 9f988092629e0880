import { foldTraditional, normalise } from '@parley/text'

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
    for (const slot of countNgrams(text).slots) frequencies[slot] = (frequencies[slot] as number) + 1
  }
  return { idf: frequencies.map((count) => (count === 0 ? 0 : 1 + Math.log((1 + texts.length) / (1 + count)))) }
}

/**
 * A text as a unit vector of its character n-grams: TF-IDF with sublinear term frequency (Manning et al., Introduction
 * to Information Retrieval, 2008, 6.4), folded into 2,048 numbers by signed hashing (Weinberger et al. 2009), which keeps
 * inner products and makes training a matter of dense products. All zero when no n-gram is known.
 *
 * @param vector written to and returned; a dozen heads that make one each of every message keep the collector busy.
 */
export function ngramVector(
  text: string,
  { idf }: NgramStatistics,
  vector = new Float32Array(NGRAM_COLUMNS),
): Float32Array {
  vector.fill(0)
  const { slots, frequencies, places } = counted(text)
  for (let at = 0; at < slots.length; at++) {
    const weight = (frequencies[at] as number) * (idf[slots[at] as number] as number)
    addAt(vector, places[2 * at] as number, weight)
    addAt(vector, places[2 * at + 1] as number, weight)
  }
  return toUnitLength(vector)
}

/** The n-grams of a text, each once, in the order of their lengths. */
interface CountedNgrams {
  readonly slots: Uint32Array
  /** 1 + ln(count). */
  readonly frequencies: Float64Array
  /** Two for each slot: two n-grams that share one place seldom share the other. */
  readonly places: Uint32Array
}

/** A dozen heads read the same message and its parts, one after the other. */
const MAX_REMEMBERED = 16
const remembered = new Map<string, CountedNgrams>()

function counted(text: string): CountedNgrams {
  const known = remembered.get(text)
  if (known) return known
  const ngrams = countNgrams(text)
  if (remembered.size >= MAX_REMEMBERED) remembered.delete(remembered.keys().next().value as string)
  remembered.set(text, ngrams)
  return ngrams
}

function countNgrams(text: string): CountedNgrams {
  const counts = countSlots(text)
  const slots = Uint32Array.from(counts.keys())
  const places = new Uint32Array(2 * slots.length)
  slots.forEach((slot, at) => {
    places[2 * at] = mix(slot)
    places[2 * at + 1] = mix(slot + SLOTS)
  })
  return { slots, places, frequencies: Float64Array.from(counts.values(), (count) => 1 + Math.log(count)) }
}

/** Each n-gram is hashed on from the shorter one that it begins with. */
function countSlots(text: string): Map<number, number> {
  const folded = ` ${foldTraditional(normalise(text.trimStart().slice(0, MAX_TEXT_LENGTH)).toLowerCase())} `
  const longest = HAN.test(folded) ? LONGEST_CHINESE : LONGEST_OTHER
  const characters = [...folded]
  const states = new Int32Array(characters.length).fill(HASH_START)
  const counts = new Map<number, number>()
  for (let size = 1; size <= longest; size++) {
    for (let start = 0; start + size <= characters.length; start++) {
      states[start] = hashOn(states[start] as number, characters[start + size - 1] as string)
      const slot = mix(states[start] as number) % SLOTS
      counts.set(slot, (counts.get(slot) ?? 0) + 1)
    }
  }
  return counts
}

function addAt(vector: Float32Array, hashed: number, weight: number): void {
  const place = hashed % NGRAM_COLUMNS
  vector[place] = (vector[place] as number) + (hashed & 0x4000_0000 ? weight : -weight)
}

/** FNV-1a over UTF-16 units. */
const HASH_START = 0x811c_9dc5 | 0

function hashOn(state: number, character: string): number {
  let next = state
  for (let index = 0; index < character.length; index++) {
    next = Math.imul(next ^ character.charCodeAt(index), 0x0100_0193)
  }
  return next
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
