import { type IntentPrediction, recognise } from '@parley/nlu'
import { detectLanguage } from '@parley/text'
import type { Comprehension } from './comprehension'

const noIntent: IntentPrediction = {
  name: null,
  confidence: 0,
  threshold: 1,
  ranking: [],
  nearestExamples: [],
  features: 'none',
}

/** Language and slots by rule, no intents: what is left while no model is there. */
export const readWithoutModel: Comprehension = {
  madeBy: 'rules',
  read: async (messages) =>
    messages.map(({ text, situation }) => ({
      understanding: { language: detectLanguage(text), intent: noIntent, slots: recognise(text, situation) },
      tasks: [],
    })),
}
