import { exampleKey, loadPack, packExamples } from '@parley/nlu'
import { FEWEST_EXAMPLES, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'

/** So many own examples are learnt in a minute or two. */
const MOST_EXAMPLES = 5_000

export interface NewExample {
  readonly intent: string | null
  readonly text: string
}

let shipped: ReadonlyMap<string, string | null> | undefined

/** What the shipped examples say, by key: thousands, which stay as they are. */
function readShipped(): ReadonlyMap<string, string | null> {
  shipped ??= new Map(packExamples(loadPack()).map(({ text, intent }) => [exampleKey(text), intent]))
  return shipped
}

/**
 * Adds what is not there yet, all or nothing. The workspace's stream must be locked: two who add one text at once would
 * both find that it is not there.
 *
 * @throws ParleyError `example_contradicts` where a text is an example of another intent already, `example_of_none` where
 *   it is one of none of them, `example_without_words` where it has none.
 */
export async function insertExamples(
  rows: Database,
  actor: Actor,
  at: Date,
  examples: readonly NewExample[],
): Promise<{ readonly added: number; readonly known: number }> {
  const known = new Map([...readShipped(), ...(await readOwn(rows, actor.workspaceId))])
  const fresh = new Map<string, NewExample>()
  for (const example of examples) {
    const key = exampleKey(example.text)
    refuseWithoutWords(example)
    refuseContradiction(known.get(key), example)
    refuseContradiction(fresh.get(key)?.intent, example)
    if (!known.has(key)) fresh.set(key, example)
  }
  await refuseTooMany(rows, actor.workspaceId, fresh.size)
  const values = [...fresh].map(([key, { intent, text }]) => ({
    ...{ id: uuidv7(), workspace_id: actor.workspaceId, intent, text: text.trim(), text_key: key },
    ...{ added_by: actor.userId, added_at: at },
  }))
  if (values.length > 0) await rows.insertInto('intent_examples').values(values).execute()
  return { added: fresh.size, known: examples.length - fresh.size }
}

/** A message of marks, numbers or emoji alone is given no intent, so there is nothing to learn from one. */
function refuseWithoutWords({ text }: NewExample): void {
  if (!/\p{L}/u.test(text)) throw new ParleyError('example_without_words', { text })
}

/** @param known intent of the same text; null: none of them; undefined: nobody knows the text. */
function refuseContradiction(known: string | null | undefined, { intent, text }: NewExample): void {
  if (known === undefined || known === intent) return
  if (known === null) throw new ParleyError('example_of_none', { text })
  throw new ParleyError('example_contradicts', { text, intent: known })
}

async function readOwn(rows: Database, workspaceId: string): Promise<Map<string, string | null>> {
  const found = await rows
    .selectFrom('intent_examples')
    .select(['text_key', 'intent'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return new Map(found.map(({ text_key, intent }) => [text_key, intent]))
}

async function refuseTooMany(rows: Database, workspaceId: string, more: number): Promise<void> {
  const { count } = await rows
    .selectFrom('intent_examples')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (Number(count) + more > MOST_EXAMPLES) throw new ParleyError('too_many_examples', { limit: MOST_EXAMPLES })
}

/** An intent of the workspace keeps as many examples as can be learnt from; a shipped one has its own. */
export async function refuseTooFew(rows: Database, actor: Actor, intent: string | null): Promise<void> {
  if (intent === null || Object.hasOwn(loadPack().intents, intent)) return
  const { count } = await rows
    .selectFrom('intent_examples')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', actor.workspaceId)
    .where('intent', '=', intent)
    .executeTakeFirstOrThrow()
  if (Number(count) < FEWEST_EXAMPLES) throw new ParleyError('too_few_examples', { intent, least: FEWEST_EXAMPLES })
}
