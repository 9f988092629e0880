import type { Bilingual } from './bilingual'

/** A form that the assistant fills in by talking: what to ask, how to read it, what to say. Data only. */
export interface Flow {
  readonly name: string
  /** What the flow is called in a sentence: 订购图书, "book order". */
  readonly title: Bilingual
  /** Intents that start it. */
  readonly startedBy: readonly string[]
  /** Wordings that start it whatever the intent head thinks: narrow, for the sentences that must always work. */
  readonly cues: Bilingual<RegExp>
  readonly slots: readonly FlowSlot[]
  readonly confirmation: Bilingual
  /** Said when the request was recorded; claims no more than that. */
  readonly completion: Bilingual
}

/** How a slot's value is found in a message; the readers stand in `slot-readers.ts`. */
export type ReaderName =
  | 'title'
  | 'text'
  /** The message as it stands, where it fits a pattern: a problem told in so many words. */
  | 'message'
  | 'count'
  | 'date'
  | 'endDate'
  | 'time'
  | 'durationMinutes'
  | 'amount'
  | 'currency'
  | 'people'

export interface FlowSlot {
  readonly name: string
  readonly reader: ReaderName
  readonly label: Bilingual
  /** Other words people use for it when they correct it. */
  readonly alsoCalled?: Bilingual<readonly string[]>
  /** For the `text`, `title` and `people` readers: where the value stands in a sentence (first group). */
  readonly patterns?: Bilingual<readonly RegExp[]>
  /** Asked when the value is missing. A slot without a prompt is optional. */
  readonly prompt?: Bilingual
  /** Used when the person says nothing about it. */
  readonly fallback?: string | number
  /** How a value is shown, with one `{value}`. */
  readonly shown?: Bilingual
}
