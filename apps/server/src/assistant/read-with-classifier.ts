import type { Encoder } from '@parley/inference'
import { createUnderstander, extractTasks, type IntentClassifier, recognise } from '@parley/nlu'
import type { Comprehension } from './comprehension'

/** One encoder pass a message; intents, slots and tasks are read from it. */
export function readWithClassifier(encoder: Encoder, classifier: IntentClassifier): Comprehension {
  const understander = createUnderstander({ encoder, classifier, recognise })
  return {
    madeBy: encoder.id,
    read: async (messages, priority) => {
      const understandings = await understander.understandMany(messages, { priority })
      return messages.map(({ text, situation }, index) => {
        const understanding = understandings[index]
        if (!understanding) throw new Error('a message was not understood')
        return { understanding, tasks: extractTasks(text, understanding, situation) }
      })
    },
  }
}
