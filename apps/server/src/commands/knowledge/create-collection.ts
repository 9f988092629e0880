import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { readCollection } from '../../queries/read-collections'
import type { Services } from '../../services'
import { checkReaders, named, requireOwnerReads, setReaders } from './set-readers'

/** A named set of documents; with readers named, only they (and answers to them) see what is in it. */
export async function createCollection(
  { store, knowledge }: Services,
  actor: Actor,
  { name, readerIds, ownerId }: CommandInput<'knowledge.createCollection'>,
): Promise<CommandAnswer<'knowledge.createCollection'>> {
  const id = uuidv7()
  await checkReaders(store.rows, actor, named({ readerIds, ownerId }))
  // Who makes a collection for others need not be one of them, and then looks after nothing that they cannot see.
  const owner = ownerId ?? (readerIds === null || readerIds.includes(actor.userId as never) ? actor.userId : null)
  requireOwnerReads(owner, readerIds)
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    const row = { id, workspace_id: actor.workspaceId, name: name.trim(), owner_id: owner }
    await rows
      .insertInto('collections')
      .values({ ...row, is_restricted: readerIds !== null })
      .execute()
    await setReaders(rows, { id, workspaceId: actor.workspaceId }, readerIds)
  })
  knowledge.tell(id, 'documents')
  return { collection: await readCollection(store.rows, id) }
}
