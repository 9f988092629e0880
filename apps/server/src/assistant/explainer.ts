import type { AttentionSource } from '@parley/inference'
import type { IntentExplanation } from '@parley/nlu'

/** Says why a text is understood as it is. */
export interface Explainer {
  /** null: it says nothing in words, or there are no intents to tell apart. */
  explain(text: string, signal: AbortSignal): Promise<IntentExplanation | null>
}

/** Where the encoder can be looked into. */
export type Attending = AttentionSource['attend']
