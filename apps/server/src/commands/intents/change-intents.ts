import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { readIntentNames } from '../../store/label-values'
import { insertExamples, refuseTooFew } from './examples'

/** An intent is what its examples say it is: without two of them there is none. */
export async function createIntent(
  { store, intents, rules }: Services,
  actor: Actor,
  { name, examples }: CommandInput<'intents.create'>,
): Promise<CommandAnswer<'intents.create'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const intent = name.trim()
    await insertIntents(rows, actor, store.now(), [intent])
    await insertExamples(
      rows,
      actor,
      store.now(),
      examples.map((text) => ({ intent, text })),
    )
    await refuseTooFew(rows, actor, intent)
  })
  await rules.use()
  intents.learn()
  return {}
}

/** More would be told apart ever worse, and learning takes longer with each. */
const MOST_INTENTS = 200

/** Makes intents that have no examples yet: all of them or none. */
export async function insertIntents(rows: Database, actor: Actor, at: Date, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await refuseTooMany(rows, actor, names.length)
  await refuseTakenNames(rows, actor, names)
  const by = { workspace_id: actor.workspaceId, created_by: actor.userId, created_at: at }
  await rows
    .insertInto('intents')
    .values(names.map((name) => ({ name, ...by })))
    .execute()
  for (const name of names) {
    await recordAudit(rows, actor, at, { kind: 'intent-created', subject: { id: actor.workspaceId, name } })
  }
}

async function refuseTooMany(rows: Database, actor: Actor, more: number): Promise<void> {
  const { count } = await rows
    .selectFrom('intents')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow()
  if (Number(count) + more > MOST_INTENTS) throw new ParleyError('too_many_intents', { limit: MOST_INTENTS })
}

export async function renameIntent(
  { store, intents, rules }: Services,
  actor: Actor,
  input: CommandInput<'intents.rename'>,
): Promise<CommandAnswer<'intents.rename'>> {
  const [name, newName] = [input.name, input.newName.trim()]
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    await requireOwnIntent(rows, actor, name)
    if (newName !== name) await refuseTakenNames(rows, actor, [newName])
    const own = { workspace_id: actor.workspaceId }
    await rows
      .updateTable('intents')
      .set({ name: newName })
      .where('name', '=', name)
      .where('workspace_id', '=', own.workspace_id)
      .execute()
    await rows
      .updateTable('intent_examples')
      .set({ intent: newName })
      .where('workspace_id', '=', actor.workspaceId)
      .where('intent', '=', name)
      .execute()
    await labelsOf(rows, actor, name).set({ value: newName }).execute()
    const subject = { id: actor.workspaceId, name: `${name} → ${newName}` }
    await recordAudit(rows, actor, store.now(), { kind: 'intent-renamed', subject })
  })
  await rules.use()
  intents.learn()
  return {}
}

export async function removeIntent(
  { store, intents, rules }: Services,
  actor: Actor,
  { name }: CommandInput<'intents.remove'>,
): Promise<CommandAnswer<'intents.remove'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    await requireOwnIntent(rows, actor, name)
    for (const table of ['intent_examples', 'message_labels'] as const) {
      const gone = rows.deleteFrom(table).where('workspace_id', '=', actor.workspaceId)
      await (table === 'intent_examples'
        ? gone.where('intent', '=', name)
        : gone.where('kind', '=', 'intent').where('value', '=', name)
      ).execute()
    }
    await rows.deleteFrom('intents').where('workspace_id', '=', actor.workspaceId).where('name', '=', name).execute()
    const subject = { id: actor.workspaceId, name }
    await recordAudit(rows, actor, store.now(), { kind: 'intent-removed', subject })
  })
  await rules.use()
  intents.learn()
  return {}
}

const labelsOf = (rows: Database, actor: Actor, name: string) =>
  rows
    .updateTable('message_labels')
    .where('workspace_id', '=', actor.workspaceId)
    .where('kind', '=', 'intent')
    .where('value', '=', name)

async function requireOwnIntent(rows: Database, actor: Actor, name: string): Promise<void> {
  const found = await rows
    .selectFrom('intents')
    .select('name')
    .where('workspace_id', '=', actor.workspaceId)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new ParleyError('not_found', { kind: 'intent', id: name })
}

async function refuseTakenNames(rows: Database, actor: Actor, names: readonly string[]): Promise<void> {
  const taken = new Set((await readIntentNames(rows, actor.workspaceId)).map(comparable))
  for (const name of names) {
    if (taken.has(comparable(name))) throw new ParleyError('intent_name_taken', { name })
    taken.add(comparable(name))
  }
}

/** `Book room` and `book_room` would look the same. */
const comparable = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll('_', ' ').trim()
