import type { Language } from '@parley/text'

/** What kind of thing would answer a question. */
export type AnswerType =
  | 'person'
  | 'time'
  | 'duration'
  | 'quantity'
  | 'money'
  | 'place'
  | 'reason'
  | 'procedure'
  | 'yes-no'
  | 'definition'
  | 'other'

/** How it is asked: for most questions what would answer; to compare or to list is asked of any of these. */
export type QuestionType = AnswerType | 'compare' | 'list'

/** UTF-16 offsets into the query's text. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Where a part of a query came from: its words, the question before it, or a person who changed the query. */
export type PartSource = 'words' | 'carried' | 'edited'

interface Part {
  readonly source: PartSource
  /** Where it stands in the query's text; absent where nothing there says it. */
  readonly span?: TextSpan | undefined
}

/** `about`: what is asked about. `from`: who wrote what may answer, or when that came or changed. */
export type PartRole = 'about' | 'from'

export interface PersonPart extends Part {
  readonly kind: 'person'
  readonly role: PartRole
  /** Several where the name is ambiguous. */
  readonly ids: readonly string[]
  readonly name: string
}

export interface TimePart extends Part {
  readonly kind: 'time'
  readonly role: PartRole
  /** First and last calendar day in the asker's zone, ISO 8601; null where it is open. */
  readonly from: string | null
  readonly to: string | null
}

/** A document, collection or channel that the answer has to stand in. */
export interface PlacePart extends Part {
  readonly kind: 'document' | 'collection' | 'channel'
  /** Several where the name is ambiguous; any of them will do. */
  readonly ids: readonly string[]
  readonly name: string
}

/** Something of the graph that is asked about, whichever of its names the question has for it. */
export interface EntityPart extends Part {
  readonly kind: 'entity'
  /** Several where the name is ambiguous. */
  readonly ids: readonly string[]
  readonly name: string
}

/** Words that the answer must not be about: "except Berlin", 除了柏林. */
export interface WithoutPart extends Part {
  readonly kind: 'without'
  readonly words: string
}

/** The question asks for what is not: 哪些费用不能报销. */
export interface NegationPart extends Part {
  readonly kind: 'negation'
}

export type QueryPart = PersonPart | TimePart | PlacePart | EntityPart | WithoutPart | NegationPart

/** A question as it was read: plain data, shown to people, changed by them and asked again. */
export interface StructuredQuery {
  /** The question, completed from the one before it where it leans on that. */
  readonly text: string
  readonly language: Language
  readonly type: QuestionType
  readonly answerType: AnswerType
  /** The words that say the type. */
  readonly asking?: TextSpan
  readonly parts: readonly QueryPart[]
}
