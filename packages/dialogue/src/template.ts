import type { Bilingual } from './bilingual'

/** Ready replies to one intent. */
export interface Template {
  readonly intent: string
  /** What the intent is called in a reason. */
  readonly title: Bilingual
  /** Variants, taken in turn. `{name}` is the speaker's name; a variant with it is left out when the name is unknown. */
  readonly replies: Bilingual<readonly string[]>
  /** The reply fits a question too ("what can you do?"); others give way to an answer from the knowledge base. */
  readonly fitsQuestions?: true
  /** Words of which the message holds one, where the intent alone is too easily guessed. */
  readonly saidBy?: RegExp
  /** Ends by offering a person. */
  readonly offersPerson?: true
}
