import type { IntentPrediction } from '@parley/nlu'
import type { Bilingual } from './bilingual'

/** What speaks for a reply. */
export type ReasonKey =
  | 'intent'
  | 'wording'
  | 'openFlow'
  | 'resumed'
  | 'taskFound'
  | 'correctsTask'
  | 'notAnOrder'
  | 'confirmed'
  | 'source'
  | 'said'
  | 'graph'
  | 'oneEdge'
  | 'followUp'
  | 'askedForPerson'
  | 'acceptedOffer'
  | 'soundsUrgent'
  | 'noSource'
  | 'notUnderstood'
  | 'faultEmpty'
  | 'faultWrongLanguage'
  | 'faultUnfilledPlaceholder'
  | 'faultUngrounded'
  | 'faultSecret'

/** What a reason is filled in with: people's and documents' own words as they are, ours in both languages. */
export type ReasonValue = string | number | Bilingual

/** Why a reply was given. Whoever asks "why?" may read another language than the reply's: the words are chosen then. */
export interface Reason {
  readonly key: ReasonKey
  readonly values: Readonly<Record<string, ReasonValue>>
}

export const reason = (key: ReasonKey, values: Reason['values'] = {}): Reason => ({ key, values })

export const percent = (probability: number): number => Math.round(probability * 100)

export const intentReason = (intent: IntentPrediction, what: Bilingual): Reason =>
  reason('intent', { what, percent: percent(intent.confidence) })
