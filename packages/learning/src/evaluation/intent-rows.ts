import { createRandom, type IntentExample, shuffle } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { z } from 'zod'
import { EvaluationInputError } from './evaluation-input-error'
import { readJsonl, readText } from './read-jsonl'

/** A labelled row; `intent: null` is out of scope. */
export interface IntentRow extends IntentExample {
  readonly lang: Language
}

const row = z.object({
  text: z.string().trim().min(1),
  intent: z.string().min(1),
  lang: z.enum(['zh', 'en']).optional(),
})

/** @throws EvaluationInputError naming file, line and field. */
export async function readIntentRows(file: string, outOfScopeName?: string): Promise<IntentRow[]> {
  const rows = await readJsonl(file, row)
  return rows.map(({ text, intent, lang }) => ({
    text,
    intent: intent === outOfScopeName ? null : intent,
    lang: lang ?? detectLanguage(text),
  }))
}

/** A JSON object from the shipped model's intents to the names that the test file uses. */
export async function readIntentMap(file: string): Promise<ReadonlyMap<string, string>> {
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(await readText(file)))))
  } catch (error) {
    if (error instanceof EvaluationInputError) throw error
    throw new EvaluationInputError({ file }, 'is not a JSON object from intent to intent')
  }
}

/** `shots` rows of each intent (those out of scope count as one), chosen by the seed; fewer where there are fewer. */
export function sampleShots(rows: readonly IntentRow[], shots: number, seed: number): IntentRow[] {
  const taken = new Map<string | null, number>()
  return shuffle(rows, createRandom(seed)).filter(({ intent }) => {
    const count = taken.get(intent) ?? 0
    taken.set(intent, count + 1)
    return count < shots
  })
}
