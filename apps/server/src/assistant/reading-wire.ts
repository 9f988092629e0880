import type { Encoding } from '@parley/inference'
import type { Person, Situation } from '@parley/nlu'
import type { Comprehended } from './comprehension'

/** What the reading thread is started with. */
export interface ReadingStart {
  /** The trained intents, and the encoder whose features they read (null: n-grams alone); null: no intents. */
  readonly intents: { readonly directory: string; readonly encoderId: string | null } | null
  /** Whether sentiment and emotion are read; an administrator may want neither. */
  readonly readsSentiment: boolean
}

/** A message without the directory, which is sent once and named. */
export interface UnreadMessage {
  readonly text: string
  readonly situation: Omit<Situation, 'directory'>
}

export type ToReadingThread =
  /** Heads were trained meanwhile. */
  | { readonly type: 'open-heads' }
  | { readonly type: 'directory'; readonly directoryId: number; readonly people: readonly Person[] }
  | {
      readonly type: 'read'
      readonly requestId: number
      readonly directoryId: number
      readonly messages: readonly UnreadMessage[]
      /** Of each message, as `encodeMessages` gives them; empty while the encoder is away. */
      readonly encodings: readonly (readonly Encoding[])[]
    }

export type FromReadingThread =
  | { readonly type: 'read'; readonly requestId: number; readonly messages: readonly Comprehended[] }
  | { readonly type: 'failed'; readonly requestId: number; readonly reason: string }
