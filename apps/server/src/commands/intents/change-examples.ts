import { exampleKey } from '@parley/nlu'
import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { readIntentNames } from '../../store/label-values'
import { insertIntents } from './change-intents'
import { insertExamples, type NewExample, refuseTooFew } from './examples'
import { readExampleFile } from './read-example-file'

export async function addIntentExamples(
  { store, intents }: Services,
  actor: Actor,
  { intent, texts }: CommandInput<'intents.addExamples'>,
): Promise<CommandAnswer<'intents.addExamples'>> {
  const counts = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    await requireIntent(rows, actor, intent)
    const examples = texts.map((text) => ({ intent, text }))
    const counted = await insertExamples(rows, actor, store.now(), examples)
    if (counted.added > 0) await recordChange(rows, actor, store.now(), intent)
    return counted
  })
  if (counts.added > 0) intents.learn()
  return counts
}

/** Every line counts, or none: a file that is half taken over is worse than one that is refused. */
export async function importIntentExamples(
  { store, intents, rules }: Services,
  actor: Actor,
  { fileName, content }: CommandInput<'intents.importExamples'>,
): Promise<CommandAnswer<'intents.importExamples'>> {
  const examples = readExampleFile(fileName, content)
  const answer = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    // Examples first: a file that holds too many is refused before the intents that it names are made.
    const counted = await insertExamples(rows, actor, store.now(), examples)
    const fresh = await insertMissingIntents(rows, actor, store.now(), examples)
    for (const intent of fresh) await refuseTooFew(rows, actor, intent)
    await recordChange(rows, actor, store.now(), fileName)
    return { ...counted, newIntents: fresh.length }
  })
  if (answer.newIntents > 0) await rules.use()
  if (answer.added > 0) intents.learn()
  return answer
}

async function insertMissingIntents(
  rows: Database,
  actor: Actor,
  at: Date,
  examples: readonly NewExample[],
): Promise<string[]> {
  const known = new Set(await readIntentNames(rows, actor.workspaceId))
  const fresh = [...new Set(examples.flatMap(({ intent }) => intent ?? []))].filter((intent) => !known.has(intent))
  await insertIntents(rows, actor, at, fresh)
  return fresh
}

export async function editIntentExample(
  { store, intents }: Services,
  actor: Actor,
  { exampleId, text }: CommandInput<'intents.editExample'>,
): Promise<CommandAnswer<'intents.editExample'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const { intent, text_key } = await takeExample(rows, actor, exampleId)
    if (exampleKey(text) === text_key) {
      const example = { id: exampleId, workspace_id: actor.workspaceId, intent, text: text.trim(), text_key }
      const by = { added_by: actor.userId, added_at: store.now() }
      await rows
        .insertInto('intent_examples')
        .values({ ...example, ...by })
        .execute()
    } else await insertExamples(rows, actor, store.now(), [{ intent, text }])
    await refuseTooFew(rows, actor, intent)
    await recordChange(rows, actor, store.now(), intent)
  })
  intents.learn()
  return {}
}

export async function removeIntentExample(
  { store, intents }: Services,
  actor: Actor,
  { exampleId }: CommandInput<'intents.removeExample'>,
): Promise<CommandAnswer<'intents.removeExample'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const { intent } = await takeExample(rows, actor, exampleId)
    await refuseTooFew(rows, actor, intent)
    await recordChange(rows, actor, store.now(), intent)
  })
  intents.learn()
  return {}
}

/** Deletes the example and says what it was. */
async function takeExample(rows: Database, actor: Actor, exampleId: string) {
  const example = await rows
    .deleteFrom('intent_examples')
    .where('id', '=', exampleId)
    .where('workspace_id', '=', actor.workspaceId)
    .returningAll()
    .executeTakeFirst()
  if (!example) throw new ParleyError('not_found', { kind: 'intent_example', id: exampleId })
  return example
}

async function requireIntent(rows: Database, actor: Actor, intent: string | null): Promise<void> {
  if (intent === null || (await readIntentNames(rows, actor.workspaceId)).includes(intent)) return
  throw new ParleyError('not_found', { kind: 'intent', id: intent })
}

const recordChange = (rows: Database, actor: Actor, at: Date, name: string | null) =>
  recordAudit(rows, actor, at, { kind: 'examples-changed', subject: { id: actor.workspaceId, name: name ?? '∅' } })
