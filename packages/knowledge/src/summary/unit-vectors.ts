import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Encoder } from '@parley/inference'
import { searchTerms } from '@parley/text'
import type { TalkUnit } from './talk-units'

/** One unit vector a sentence and view: of its words always, of its meaning where there is an encoder. */
export interface UnitVectors {
  readonly words: readonly Float32Array[]
  readonly meaning: readonly Float32Array[] | null
}

const DIMENSIONS = 512
/** Sentences whose words are found at a stretch: everybody's messages pass through the same thread. */
const STRETCH = 16

/** @throws EncoderUnavailableError where there is an encoder and it cannot compute. */
export async function unitVectors(units: readonly TalkUnit[], encoder: Encoder | null): Promise<UnitVectors> {
  const texts = units.map(({ text }) => text)
  // Compared with each other, both sides are queries to the model; nobody's message has to wait for it.
  const encodings = await encoder?.encode(texts, { purpose: 'query', priority: 'background' })
  return { words: await wordVectors(texts), meaning: encodings?.map(({ sentence }) => sentence) ?? null }
}

/** Hashed terms, weighted by how few sentences hold them (Weinberger et al. 2009; tf-idf). */
async function wordVectors(texts: readonly string[]): Promise<Float32Array[]> {
  const terms = await termsOf(texts)
  const counts = new Map<string, number>()
  for (const term of terms.flat()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return terms.map((own) => {
    const vector = new Float32Array(DIMENSIONS)
    for (const term of own) vector[slotOf(term)]! += Math.log(1 + texts.length / (counts.get(term) ?? 1))
    return scaled(vector)
  })
}

async function termsOf(texts: readonly string[]): Promise<string[][]> {
  const terms: string[][] = []
  for (const [index, text] of texts.entries()) {
    if (index > 0 && index % STRETCH === 0) await nextTurn()
    terms.push([...new Set(searchTerms(text))])
  }
  return terms
}

/** FNV-1a. */
function slotOf(term: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < term.length; index++) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % DIMENSIONS
}

export function scaled(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

export function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!
  return sum
}
