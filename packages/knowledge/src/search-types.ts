import type { Passage } from './answer-types'
import type { AnswerUnit } from './answer-units'
import type { Place } from './parsed-document'

export type RetrievalMode = 'lexical' | 'dense' | 'hybrid'

export interface SearchRequest {
  readonly text: string
  /**
   * Asked of every document before the first search of the same function after anything came or went, and of each hit again: what it refuses
   * shifts no score.
   */
  readonly mayRead: (documentId: string) => boolean
  /** Default 10. */
  readonly limit?: number
  /** Default `hybrid`, which is `lexical` without an encoder. */
  readonly mode?: RetrievalMode
  /** Share of the lexical score in `hybrid`, 0 to 1, of the passages of each document. Default: the usual one. */
  readonly lexicalWeight?: (documentId: string) => number
}

export interface FoundPassage {
  readonly passage: Passage
  readonly title: string
  /**
   * Fused score, 0 to 1, comparable within one search only. Of passages in the other language it takes the words for all of the question, as the models
   * that answer know it; the order of what is found does not.
   */
  readonly score: number
  /** BM25 as a share of the highest score possible for the question. */
  readonly lexical: number
  /** Share of the question that was looked for by words: 1 in its own language, in the other what the glossary knows of it. */
  readonly trust: number
  /** Cosine with the question; null without an encoder. */
  readonly dense: number | null
  /** How far the cosine is above what is usual between the question and passages of that language; null likewise. */
  readonly contrast: number | null
  /**
   * The cosine less what any two texts of these languages share: about 0 for unrelated ones, whatever the languages and
   * however small the collection; null likewise.
   */
  readonly affinity: number | null
}

/** A passage that is looked at closely. */
export interface PassageHit extends FoundPassage {
  /** Of its document; none where the format knows no pages. */
  readonly places: readonly Place[]
  /** What can be quoted of it, in order. */
  readonly units: readonly AnswerUnit[]
  /** Cosine of each unit with the question; empty without an encoder. */
  readonly unitCosines: readonly number[]
  /** As {@link FoundPassage.affinity}, of each unit. */
  readonly unitAffinities: readonly number[]
}

export interface SearchResult {
  /** Best first. */
  readonly found: readonly FoundPassage[]
  /** Looks closely at some of them; without those whose document was replaced or removed meanwhile. */
  open(chosen: readonly FoundPassage[]): Promise<PassageHit[]>
  /** How rare each term is among what may be read (inverse document frequency); the question's own were read already. */
  weigh(terms: readonly string[]): number[]
}
