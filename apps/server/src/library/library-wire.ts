import type { EncodingPurpose } from '@parley/inference'
import type {
  Answer,
  AskedQuestion,
  AskTalkOptions,
  StructuredQuery,
  TalkAnswer,
  TuningReport,
} from '@parley/knowledge'
import type { ErrorCode, ErrorParameters, Language } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { DocumentTable } from '../store/schema'
import type { DocumentToRead } from './document-content'

/** What the library's thread is started with. */
export interface LibraryStart {
  readonly databaseUrl: string
  /** The bundled `document-worker.ts`. */
  readonly documentReaderPath: string
  /** The server's encoder, which the thread asks by messages; null: words alone are compared. */
  readonly encoder: { readonly id: string; readonly hiddenSize: number; readonly maxTokens: number } | null
}

export interface LibraryQuestion {
  readonly question: string | StructuredQuery
  readonly language: Language
  /** What the asker, and everybody who hears the answer, may read. */
  readonly collectionIds: readonly string[]
  /** The documents of these that the question is limited to. Default: all of them. */
  readonly documentIds?: readonly string[]
  /** The share of words in the search, of collections that learnt one. */
  readonly weights?: Readonly<Record<string, number>>
}

/** What was asked of a collection, to learn from. */
export interface LogToReplay {
  readonly collectionId: string
  readonly asked: readonly AskedQuestion[]
  /** Share of words as it is. */
  readonly weight: number
}

/** A question to what people wrote, with what was found of it. */
export type TalkToJudge = Pick<AskTalkOptions, 'question' | 'found' | 'people'>

export interface NewDocument extends DocumentToRead {
  readonly workspaceId: string
  readonly collectionId: string
  readonly addedBy: string
  /** 1: it is new; else the version that follows the one before. */
  readonly version: number
  readonly fileName: string | null
  /** SHA-256 of what was handed in. */
  readonly contentHash: string
  /** What of its source this version is: a commit. */
  readonly origin?: string | undefined
}

export interface AddedDocument {
  readonly row: DocumentRow
  readonly keptPassages: number
}

/** A document's row without its texts and what the index holds of it. */
export type DocumentRow = Omit<Selectable<DocumentTable>, TextColumn | HealthColumn>
type TextColumn = 'source' | 'plain_text' | 'index_segment' | 'index_vectors'
type HealthColumn = 'reviewed_at' | 'reviewed_by' | 'review_at' | 'outdated_at'

/** What the thread is asked, and what it answers. */
export interface LibraryCalls {
  readonly answer: { readonly input: LibraryQuestion; readonly result: Answer }
  readonly askTalk: { readonly input: TalkToJudge; readonly result: TalkAnswer }
  readonly tune: { readonly input: LogToReplay; readonly result: TuningReport }
  readonly add: { readonly input: NewDocument; readonly result: AddedDocument }
  readonly move: {
    readonly input: { readonly documentId: string; readonly collectionId: string }
    readonly result: null
  }
  readonly remove: { readonly input: { readonly documentId: string }; readonly result: null }
  readonly restore: { readonly input: { readonly documentId: string }; readonly result: null }
}

export type LibraryCall = {
  [Name in keyof LibraryCalls]: { readonly name: Name; readonly input: LibraryCalls[Name]['input'] }
}[keyof LibraryCalls]

/** An error on its way between threads, which carry no classes. */
export type Refusal =
  | { readonly kind: 'parley'; readonly code: ErrorCode; readonly parameters: ErrorParameters }
  | { readonly kind: 'encoder-unavailable'; readonly reason: string }
  | { readonly kind: 'fault'; readonly reason: string }

export interface TextsToEncode {
  readonly texts: readonly string[]
  readonly purpose: EncodingPurpose
  readonly priority: 'interactive' | 'background'
}

export type ToLibraryThread =
  | { readonly type: 'call'; readonly callId: number; readonly call: LibraryCall }
  /** The sentence vectors of the texts, one after another. */
  | { readonly type: 'encoded'; readonly encodeId: number; readonly vectors: Float32Array<ArrayBuffer> }
  | { readonly type: 'not-encoded'; readonly encodeId: number; readonly refusal: Refusal }

export type FromLibraryThread =
  | { readonly type: 'answered'; readonly callId: number; readonly result: LibraryCalls[keyof LibraryCalls]['result'] }
  | { readonly type: 'refused'; readonly callId: number; readonly refusal: Refusal }
  | ({ readonly type: 'encode'; readonly encodeId: number } & TextsToEncode)
  /** A stored document that cannot be read any more. */
  | { readonly type: 'unreadable'; readonly documentId: string; readonly reason: string }
