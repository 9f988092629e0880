import type { Language } from '@parley/text'
import type { Tone } from '../tone/tone'
import type { PersonRelation, Slot } from '../understanding'
import type { Found } from './pattern-finder'

/** A message as rules see it: what is in it, and what was settled of it so far. */
export interface RuleScene {
  readonly found: Pick<Found, 'patterns'>
  readonly slots: readonly Slot[]
  /** What the graph says of people, as far as rules ask for it. */
  readonly relations: readonly PersonRelation[]
  readonly language: Language
  readonly speakerId: string
  readonly channelId?: string | undefined
  readonly intent: string | null
  readonly tone: Tone | undefined
}
