import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readCollection } from '../../queries/read-collections'
import type { Services } from '../../services'
import { findChangeableCollection } from './find-collection'
import { checkReaders, named, requireOwnerReads, setReaders } from './set-readers'

/** Renames a collection, or says who reads it and who looks after it. Answers heed it from the next question on. */
export async function updateCollection(
  { store, knowledge }: Services,
  actor: Actor,
  input: CommandInput<'knowledge.updateCollection'>,
): Promise<CommandAnswer<'knowledge.updateCollection'>> {
  const row = await findChangeableCollection(store.rows, actor, input.collectionId)
  const before = await readCollection(store.rows, row.id)
  const readerIds = input.readerIds === undefined ? before.readerIds : input.readerIds
  const ownerId = input.ownerId === undefined ? before.ownerId : input.ownerId
  // Who reads it already may have left since, and is no reason to refuse the rest.
  const known = new Set<string | null>([...(before.readerIds ?? []), before.ownerId])
  await checkReaders(
    store.rows,
    actor,
    named(input).filter((id) => !known.has(id)),
  )
  requireOwnerReads(ownerId, readerIds)
  // What is not said stays as it is by now, whoever changed it meanwhile.
  const set = {
    name: input.name?.trim() ?? row.name,
    ...(input.ownerId !== undefined && { owner_id: input.ownerId }),
    ...(input.readerIds !== undefined && { is_restricted: input.readerIds !== null }),
  }
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await rows.updateTable('collections').set(set).where('id', '=', row.id).execute()
    if (input.readerIds !== undefined) await setReaders(rows, { id: row.id, workspaceId: actor.workspaceId }, readerIds)
  })
  knowledge.tell(row.id, 'documents')
  return { collection: await readCollection(store.rows, row.id) }
}
