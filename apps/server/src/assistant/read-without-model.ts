import { extractTasks, type IntentPrediction, recognise } from '@parley/nlu'
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

/** Language, slots and tasks by rule, no intents: what is left while no model is there. */
export const readWithoutModel: Comprehension = {
  madeBy: 'rules',
  read: async (messages) =>
    messages.map(({ text, situation }) => {
      const slots = recognise(text, situation)
      const understanding = { language: detectLanguage(text), intent: noIntent, slots }
      return { understanding, tasks: extractTasks(text, understanding, situation) }
    }),
}
