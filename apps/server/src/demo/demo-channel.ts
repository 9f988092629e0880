import type { Language } from '@parley/protocol'
import type { DemoPersonKey } from './people'

/** A message of the demonstration talk. */
export interface DemoMessage {
  /** Working days before the newest one, and the time in Hangzhou: `3 09:12`. */
  readonly at: string
  readonly by: DemoPersonKey
  readonly text: string
  /** The text that its thread begins with. */
  readonly replyTo?: string
}

export interface DemoChannel {
  readonly key: string
  readonly name: string
  readonly topic: string
  readonly kind: 'public' | 'private'
  /** `mixed`: everybody writes as they like. */
  readonly language: Language | 'mixed'
  readonly members: readonly DemoPersonKey[]
  /** In order of time. */
  readonly talk: readonly DemoMessage[]
}

export const said = (at: string, by: DemoPersonKey, text: string): DemoMessage => ({ at, by, text })

/** An answer in the thread of the message with this text. */
export const replied = (at: string, by: DemoPersonKey, replyTo: string, text: string): DemoMessage => ({
  ...said(at, by, text),
  replyTo,
})
