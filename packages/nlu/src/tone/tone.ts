/** Labels that exclude each other within a kind. The first of each is the ordinary one, which most messages have. */
export const TONE_LABELS = {
  sentiment: ['neutral', 'positive', 'negative'],
  emotion: ['none', 'joy', 'gratitude', 'surprise', 'worry', 'sadness', 'anger'],
  urgency: ['normal', 'high', 'low'],
  politeness: ['plain', 'polite', 'rude'],
} as const

export type ToneKind = keyof typeof TONE_LABELS
export const TONE_KINDS = Object.keys(TONE_LABELS) as ToneKind[]

/** What somebody does by saying something (dialogue acts, after ISO 24617-2, in the words of a team's chat). */
export const ACTS = [
  'question',
  'request',
  'suggestion',
  'commitment',
  'inform',
  'agreement',
  'refusal',
  'greeting',
  'thanks',
  'apology',
  'acknowledgement',
] as const
export type Act = (typeof ACTS)[number]

export interface Judged<Name extends string = string> {
  readonly name: Name
  /** Calibrated, 0 to 1. */
  readonly probability: number
}

/** How a message is said. What is not sure enough is left out: nothing is guessed. */
export type Tone = {
  /** What it does, the surest first; a message may do several things at once, or none for sure. */
  readonly acts: readonly Judged<Act>[]
} & { readonly [Kind in ToneKind]?: Judged<(typeof TONE_LABELS)[Kind][number]> }
