import { extractTasks, type IntentPrediction, recognise, type Situation } from '@parley/nlu'
import { detectLanguage } from '@parley/text'
import type { Comprehended } from './comprehension'

const noIntent: IntentPrediction = {
  name: null,
  confidence: 0,
  threshold: 1,
  ranking: [],
  nearestExamples: [],
  features: 'none',
}

/** Language, slots and tasks by rule, no intents: what is left while no model is there. */
export function readByRules(text: string, situation: Situation): Comprehended {
  const understanding = { language: detectLanguage(text), intent: noIntent, slots: recognise(text, situation) }
  return { understanding, tasks: extractTasks(text, understanding, situation) }
}
