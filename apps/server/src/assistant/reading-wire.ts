import type { Encoding, PackedEncoding } from '@parley/inference'
import type { IntentExplanation, IntentFigures, MissingHeads, Rule, Situation } from '@parley/nlu'
import type { Comprehended } from './comprehension'
import type { IntentChoice } from './intent-control'
import type { RuleDraft } from './rule-control'

/** What the reading thread is started with. */
export interface ReadingStart {
  /** Where the trained intents are or will be, and the encoder whose features they read (null: n-grams alone); null: no intents. */
  readonly intents: { readonly directory: string; readonly encoderId: string | null } | null
  /** Whether sentiment and emotion are read; an administrator may want neither. */
  readonly readsSentiment: boolean
}

/** Whom and what can be named: sent once, and named by its number. */
export type Nameable = Pick<Situation, 'directory' | 'channels'>

/** A message without what can be named in it. */
export interface UnreadMessage {
  readonly text: string
  readonly situation: Omit<Situation, keyof Nameable>
}

interface Unread {
  readonly requestId: number
  readonly directoryId: number
  readonly messages: readonly UnreadMessage[]
}

interface Encoded {
  /** Of each message, as `encodeMessages` gives them; empty while the encoder is away. */
  readonly encodings: readonly PackedEncoding[]
}

/** A message that is read as something else than is written: what was meant. */
export interface Mended {
  readonly index: number
  readonly text: string
}

export type ToReadingThread =
  | { readonly type: 'missing-heads'; readonly requestId: number }
  /** Heads were trained meanwhile. */
  | { readonly type: 'open-heads' }
  | { readonly type: 'use-intents'; readonly requestId: number; readonly choice: IntentChoice }
  | { readonly type: 'describe-intents'; readonly requestId: number }
  | { readonly type: 'use-rules'; readonly requestId: number; readonly rules: readonly Rule[] }
  /** Rules to be tried, not used; those of an earlier draft are forgotten. */
  | { readonly type: 'draft-rules'; readonly requestId: number; readonly draft: RuleDraft }
  /** For which of these the drafted rule may hold. */
  | ({ readonly type: 'match-draft' } & Unread)
  | { readonly type: 'directory'; readonly directoryId: number; readonly nameable: Nameable }
  /** With what was meant by each message, if that was asked for and has been encoded. */
  | ({ readonly type: 'read'; readonly asMeant?: readonly PackedEncoding[] } & Unread & Encoded)
  /** By the rules that are used, and by those of the draft. */
  | ({ readonly type: 'compare-draft' } & Unread & Encoded)
  | { readonly type: 'explain'; readonly requestId: number; readonly text: string }
  /** Of the texts that this explanation asked for. */
  | { readonly type: 'encoded'; readonly requestId: number; readonly encodings: readonly Encoding[] }
  | {
      readonly type: 'not-encoded'
      readonly requestId: number
      readonly isUnavailable: boolean
      readonly reason: string
    }

export type FromReadingThread =
  | {
      readonly type: 'read'
      readonly requestId: number
      readonly messages: readonly Comprehended[]
      /** Those that want to be read again, with the encoding of what was meant. */
      readonly mended: readonly Mended[]
    }
  | { readonly type: 'rules-taken'; readonly requestId: number }
  | { readonly type: 'matched'; readonly requestId: number; readonly indexes: readonly number[] }
  | {
      readonly type: 'compared'
      readonly requestId: number
      readonly before: readonly Comprehended[]
      readonly after: readonly Comprehended[]
    }
  | { readonly type: 'explained'; readonly requestId: number; readonly explanation: IntentExplanation | null }
  /** Those that are still to be trained for this encoder. */
  | { readonly type: 'missing'; readonly requestId: number; readonly heads: MissingHeads }
  /** The intents in use, after a choice of others too. */
  | { readonly type: 'described'; readonly requestId: number; readonly figures: IntentFigures | null }
  /** An explanation needs these; it asks for one list at a time. */
  | { readonly type: 'encode'; readonly requestId: number; readonly texts: readonly string[] }
  | { readonly type: 'failed'; readonly requestId: number; readonly reason: string }
