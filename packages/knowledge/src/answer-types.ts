import type { Language } from '@parley/text'
import type { Place } from './parsed-document'

/** A document as it is taken in. */
export interface SourceDocument {
  readonly id: string
  readonly title: string
  readonly mimeType: 'text/markdown' | 'text/plain' | 'text/html'
  readonly text: string
}

/** A piece of a document that is indexed and retrieved as one. Offsets are UTF-16 into the document's plain text. */
export interface Passage {
  readonly id: string
  readonly documentId: string
  /** Position in the document, from 0. */
  readonly ordinal: number
  /** Titles of the sections that hold it, outermost first. */
  readonly headingPath: readonly string[]
  readonly text: string
  readonly start: number
  readonly end: number
  readonly language: Language
}

export interface Citation {
  readonly documentId: string
  readonly passageId: string
  readonly title: string
  readonly headingPath: readonly string[]
  /** The page, sheet or slide where the quote begins. */
  readonly place?: Omit<Place, 'start'>
  /** Copied exactly from the document's plain text. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** 0 to 1. */
  readonly score: number
}

export interface Answer {
  readonly kind: 'answer' | 'unknown'
  /** In the language of the question where the source allows; empty when unknown. */
  readonly text: string
  readonly language: Language
  /** The number, date, name or amount asked for, where the type of the question allows to tell: a part of the first quote. */
  readonly shortAnswer?: string
  /** Calibrated probability that the first citation answers the question. */
  readonly confidence: number
  /** For `unknown` the closest passages found, for the reader to judge. */
  readonly citations: readonly Citation[]
  readonly reasons: readonly string[]
}
