import type { Language } from '@parley/text'
import { type DocumentSegment, packVectors, SEGMENT_VERSION } from '../src/document-segment'
import { passageTerms } from '../src/passage-terms'
import type { QuantisedVector } from '../src/quantised-vector'
import type { VectorCode } from '../src/vector-code'

/** A sentence somebody wrote. */
export interface Written {
  readonly text: string
  readonly terms: readonly (readonly [term: string, count: number])[]
  readonly vector: Float32Array
}

export interface CorpusRecipe {
  readonly encoderId: string
  readonly code: VectorCode
  readonly titles: Readonly<Record<Language, readonly string[]>>
  readonly sentences: Readonly<Record<Language, readonly Written[]>>
}

const PASSAGES_A_DOCUMENT = 20
const SENTENCES = 4
/** Names that stand in one passage each or in few, so that words grow rarer as the corpus grows. */
const NAMES = 300_000
/** How far a passage's vector strays from the mean of its sentences'. */
const STRAY = 0.02

/**
 * The document of that number: sentences that people wrote, put together anew, with a name of its own in each passage. The
 * same at every call. A passage's vector is the mean of its sentences', strayed by chance.
 */
export function recombine(number: number, recipe: CorpusRecipe): DocumentSegment {
  const random = randomFrom(number)
  const language: Language = random() < 0.5 ? 'zh' : 'en'
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)]!
  const title = `${pick(recipe.titles[language])} ${number}`
  const written = Array.from({ length: PASSAGES_A_DOCUMENT }, () =>
    Array.from({ length: SENTENCES }, () => pick(recipe.sentences[language])),
  )
  const passages: DocumentSegment['passages'][number][] = []
  const titleTerms = [...passageTerms(title, { headingPath: [], text: '' })]
  let plainText = ''
  for (const sentences of written) {
    const named = nameLine(language, random)
    const start = plainText.length
    const units = [...sentences.map(({ text }) => text), named.text].map((part) => {
      const from = plainText.length
      plainText += `${part} `
      return { start: from, end: from + part.length, kind: 'paragraph' as const, group: passages.length }
    })
    const terms = sumOf([titleTerms, ...sentences.map((one) => one.terms), named.terms])
    passages.push({ start, end: plainText.length - 1, headingPath: [title], language, terms, units })
  }
  const means = written.map((sentences) => recipe.code.quantise(meanOf(sentences, random)))
  const units = written.flatMap((sentences, at) => [...sentences.map((one) => quantised(one, recipe)), means[at]!])
  return {
    ...{ version: SEGMENT_VERSION, documentId: `generated-${number}`, title, plainText, passages },
    ...{ encoderId: recipe.encoderId, vectors: packVectors([...means, ...units]) },
  }
}

const kept = new WeakMap<Written, QuantisedVector>()

function quantised(sentence: Written, { code }: CorpusRecipe): QuantisedVector {
  const known = kept.get(sentence) ?? code.quantise(sentence.vector)
  kept.set(sentence, known)
  return known
}

function nameLine(language: Language, random: () => number) {
  const name = `K${Math.floor(random() ** 2 * NAMES)}`
  const text = language === 'zh' ? `编号 ${name}。` : `Reference ${name}.`
  return { text, terms: [...passageTerms('', { headingPath: [], text })] }
}

/** Of texts that follow each other. */
function sumOf(lists: readonly Written['terms'][]): [string, number][] {
  const counts = new Map<string, number>()
  for (const [term, count] of lists.flat()) counts.set(term, (counts.get(term) ?? 0) + count)
  return [...counts]
}

function meanOf(sentences: readonly Written[], random: () => number): Float32Array {
  const sum = sentences[0]!.vector.map((_, at) => {
    const stray = STRAY * (random() + random() + random() - 1.5)
    return sentences.reduce((total, { vector }) => total + vector[at]!, stray)
  })
  const length = Math.hypot(...sum)
  return sum.map((value) => value / length)
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
