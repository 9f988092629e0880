import { createHash } from 'node:crypto'
import { exampleKey, type IntentExample } from '@parley/nlu'
import type { Database } from '../store/database'
import { readUnderstandingSettings } from '../store/understanding-settings'
import { readLabelledTexts } from './labelled-texts'

/**
 * What a workspace has to learn from beside the shipped examples: its own, and messages that people labelled on purpose,
 * where its rules allow that. One text is one example: what was written down as one outranks a message, and of two
 * labels of the same words the later one counts.
 */
export async function readOwnExamples(rows: Database, workspaceId: string): Promise<IntentExample[]> {
  const { doLabelsTrain } = await readUnderstandingSettings(rows, workspaceId)
  const written = await rows
    .selectFrom('intent_examples')
    .select(['text', 'intent'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  const labelled = doLabelsTrain ? await readLabelled(rows, workspaceId) : []
  const byKey = new Map([...labelled, ...written].map((example) => [exampleKey(example.text), example]))
  return [...byKey.values()]
}

/** Of labelled messages the newest: learning takes as long as there are examples, and the database hands them all over. */
const MOST_LABELLED = 5_000

async function readLabelled(rows: Database, workspaceId: string): Promise<IntentExample[]> {
  const found = await readLabelledTexts(rows, { workspaceId, kind: 'intent', limit: MOST_LABELLED })
  return found
    .toReversed()
    .map(({ text, value: intent }) => ({ text, intent, isPrivate: true }))
    .filter(({ text }) => text !== '')
}

/** Names a set of examples: a model that was learnt of the same need not be learnt again. */
export function keyOf(examples: readonly IntentExample[]): string {
  const told = examples.map(({ text, intent }) => [exampleKey(text), intent])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
}
