import type { IntentPrediction } from '@parley/nlu'
import { foldTraditional } from '@parley/text'
import type { Scene } from './draft'
import type { Flow } from './flow'
import { FLOWS } from './flow-catalogue'

/** A flow that a message starts, and by which evidence. */
export interface StartedFlow {
  readonly flow: Flow
  readonly isByIntent: boolean
  readonly isByWording: boolean
}

/** Below this the intent head's word does not outrank a wording that fits. */
const FIRM = 0.6
/** Below this a guess starts nothing on its own. */
const LIKELY = 0.5

/**
 * The flow that this message asks for. A flow's own wordings come first: they are narrow, and the sentences they cover
 * must always work; but they yield to a firm intent of another kind ("who ordered the books?").
 */
export function startedFlow({ text, turn, language }: Scene): StartedFlow | null {
  const { intent } = turn.understanding
  const byIntent = FLOWS.find((flow) => isLikely(intent) && flow.startedBy.includes(intent.name))
  const isFirmlyOther = intent.name !== null && byIntent === undefined && intent.confidence >= FIRM
  const folded = foldTraditional(text)
  const byWording = isFirmlyOther ? undefined : FLOWS.find((flow) => flow.cues[language].test(folded))
  const flow = byWording ?? byIntent
  return flow ? { flow, isByIntent: flow === byIntent, isByWording: flow === byWording } : null
}

const isLikely = (intent: IntentPrediction): intent is IntentPrediction & { readonly name: string } =>
  intent.name !== null && intent.confidence >= LIKELY
