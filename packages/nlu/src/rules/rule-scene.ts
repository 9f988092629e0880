import type { Language } from '@parley/text'
import type { Tone } from '../tone/tone'
import type { Slot } from '../understanding'
import type { Found } from './pattern-finder'

/** A message as rules see it: what is in it, and what was settled of it so far. */
export interface RuleScene {
  readonly found: Pick<Found, 'patterns'>
  readonly slots: readonly Slot[]
  readonly language: Language
  readonly speakerId: string
  readonly channelId?: string | undefined
  readonly intent: string | null
  readonly tone: Tone | undefined
}
