import type { Encoder } from '@parley/inference'
import { encodeMessages, type IntentClassifier, understandEncoded } from '@parley/nlu'
import type { JudgedText } from './judge-labels'

interface Row {
  readonly text: string
  readonly labels: readonly string[]
  readonly lang: JudgedText['lang']
}

const SITUATION = { now: '2026-11-23T09:00:00+08:00', speakerId: 'speaker', directory: [] }

/** The intents that the server finds in each message: those of its parts, or its own. */
export async function judgeWithShipped(
  rows: readonly Row[],
  classifier: IntentClassifier,
  encoder: Encoder | null,
): Promise<JudgedText[]> {
  const texts = rows.map(({ text }) => text)
  const encodings = encoder ? await encodeMessages(encoder, texts, { priority: 'background' }, classifier) : []
  return rows.map(({ text, labels, lang }, index) => {
    const heads = { classifier, recognise: () => [] }
    const { intent, intents } = understandEncoded(text, SITUATION, encodings[index] ?? null, heads)
    const prediction = intents
      ? [...new Set(intents.map(({ name }) => name))]
      : intent.name === null
        ? []
        : [intent.name]
    return { truth: labels, prediction, confidences: [], lang }
  })
}
