import type { Language } from '@parley/text'
import type { RequestJudgement } from './requests/judge-requests'
import type { RuleTrace } from './rules/rule-trace'
import type { Tone } from './tone/tone'

/** What one message means, as plain data: it is stored beside the message and shown under "Why?". */
export interface Understanding {
  readonly language: Language
  readonly intent: IntentPrediction
  readonly slots: readonly Slot[]
  /** What its sentences and clauses ask for or promise; absent where nobody judged it. */
  readonly requests?: readonly RequestJudgement[]
  /** Where it has several intents: each with its part of the message, in order. */
  readonly intents?: readonly IntentSegment[]
  /** How it is said; absent where nobody judged it. */
  readonly tone?: Tone
  /** What an administrator's rules did to it; absent where none applied. */
  readonly rules?: RuleTrace
}

/** UTF-16 offsets into the message. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** A part of a message with an intent of its own; its slots are those that lie in it. */
export interface IntentSegment extends TextSpan {
  readonly name: string
  readonly confidence: number
}

export interface IntentPrediction {
  /** `null`: no known intent. Uncertainty is a value, not an error. */
  readonly name: string | null
  /** Calibrated probability of the best intent, 0 to 1, also when it stayed under the threshold. */
  readonly confidence: number
  /** Confidence under this is "no known intent". */
  readonly threshold: number
  /** Best first, at most five. */
  readonly ranking: readonly { readonly name: string; readonly probability: number }[]
  /** Training examples nearest to the message (cosine of sentence vectors), best first, at most three. */
  readonly nearestExamples: readonly { readonly text: string; readonly intent: string; readonly similarity: number }[]
  /** `encoder+ngrams`, `encoder` or `ngrams`: what the prediction was made from. */
  readonly features: string
}

export type SlotValue =
  /** ISO 8601 calendar date in the speaker's zone, e.g. 2026-11-27 */
  | { readonly type: 'date'; readonly date: string }
  /** Local date and time with offset, e.g. 2026-11-27T15:00:00+08:00 */
  | { readonly type: 'datetime'; readonly datetime: string }
  /** Local time of day, e.g. 15:00 */
  | { readonly type: 'time'; readonly time: string }
  | { readonly type: 'dateRange'; readonly start: string; readonly end: string }
  /**
   * What happens again and again: a rule of RFC 5545 (`FREQ=WEEKLY;BYDAY=MO`), the local time of day where one is said, and
   * when it is next, as a date or a date with a time; null where the text does not say from when on it is counted. With a
   * `timeZone` (IANA), the rule and the time are counted there; `next` is the speaker's local time all the same.
   */
  | {
      readonly type: 'recurrence'
      readonly rule: string
      readonly time: string | null
      readonly next: string | null
      readonly timeZone?: string
    }
  /** Length in seconds. */
  | { readonly type: 'duration'; readonly seconds: number }
  | { readonly type: 'number'; readonly number: number }
  /** `currency` is an ISO 4217 code, or null when the text names none. */
  | { readonly type: 'amount'; readonly amount: number; readonly currency: string | null }
  | { readonly type: 'percentage'; readonly percentage: number }
  | { readonly type: 'quantity'; readonly quantity: number; readonly unit: string }
  /** From one value to another of its kind, both included; durations in seconds. `unit`: of quantities, or a currency. */
  | {
      readonly type: 'range'
      readonly of: 'number' | 'quantity' | 'duration' | 'amount' | 'percentage'
      readonly min: number
      readonly max: number
      readonly unit: string | null
    }
  /** Ids of directory entries that match; more than one when ambiguous. */
  | { readonly type: 'person'; readonly personIds: readonly string[]; readonly name: string }
  /** Ids of public channels that are called so. */
  | { readonly type: 'channel'; readonly channelIds: readonly string[]; readonly name: string }
  /** Names that no directory knows, with how sure the tagger is of them; `outsider`: a person. */
  | { readonly type: NameType; readonly name: string; readonly confidence: number }
  /** Of a dictionary: what its terms are, and the term that the words stand for. */
  | { readonly type: 'term'; readonly entity: string; readonly term: string }
  /** Between 《》 “” "" 「」, without the marks. */
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'email' | 'url' | 'phone'; readonly text: string }
  /** Of an order, a ticket, a contract: BX-7, #4711, or what stands after the word for it. */
  | { readonly type: 'identifier'; readonly code: string }
  | { readonly type: 'file'; readonly name: string }
  /** Without its v. */
  | { readonly type: 'version'; readonly version: string }

/** What names stand for. */
export type NameType = 'outsider' | 'organisation' | 'place' | 'product'

export interface Slot {
  /** UTF-16 offsets into the message. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: SlotValue
  /** Where it came from. */
  readonly source: 'recogniser' | 'directory' | 'pattern' | 'model' | 'dictionary'
}

/** Somebody the workspace knows, as the language packages see them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** How its name is spelt in Latin letters, if it is written otherwise; small letters. */
  readonly spellings?: readonly string[]
}

/** What the knowledge graph says of somebody. */
export interface PersonRelation {
  readonly edgeId: string
  readonly type: 'works_on' | 'owns' | 'responsible_for' | 'reports_to' | 'knows'
  readonly personId: string
  /** An entity of the graph. */
  readonly toId: string
}

export interface NamedChannel {
  readonly id: string
  readonly name: string
}

/** What is needed to read a message the way its writer meant it. */
export interface Situation {
  /** Instant with the speaker's zone offset, ISO 8601, e.g. 2026-11-23T09:00:00+08:00. */
  readonly now: string
  /** IANA zone of the speaker, e.g. Asia/Shanghai; when absent the offset of `now` serves. */
  readonly timeZone?: string
  readonly speakerId: string
  /** Where it is said, if in a channel. */
  readonly channelId?: string
  readonly directory: readonly Person[]
  /** Those that everybody may find; default none. */
  readonly channels?: readonly NamedChannel[]
  /** Those that rules ask for; default none. */
  readonly relations?: readonly PersonRelation[]
}
