import type { Encoder } from '@parley/inference'
import type { Comprehension } from './comprehension'
import type { Attending, Explainer } from './explainer'
import type { IntentControl } from './intent-control'
import type { RuleControl } from './rule-control'

/** What reads language in this server: the encoder's child process and the heads on it. */
export interface LanguageEngine {
  /** null: no model could be had; words alone are compared. */
  readonly encoder: Encoder | null
  readonly comprehension: Comprehension
  /** Absent where nothing can be explained. */
  readonly explainer?: Explainer
  /** Absent without an encoder. */
  readonly attend?: Attending
  /** Absent where rules are not asked. */
  readonly rules?: RuleControl
  /** Absent where no intents are told. */
  readonly intents?: IntentControl
  status(): 'ok' | 'starting' | 'unavailable'
  close(): Promise<void>
}
