import type { CollectionId, CommandAnswer, CommandInput } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { findMember } from '../channels/find-member'

/** A named set of documents; with readers named, only they (and answers to them) see what is in it. */
export async function createCollection(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'knowledge.createCollection'>,
): Promise<CommandAnswer<'knowledge.createCollection'>> {
  const id = uuidv7()
  for (const readerId of input.readerIds ?? []) await findMember(store.rows, actor, readerId)
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await rows
      .insertInto('collections')
      .values({
        id,
        workspace_id: actor.workspaceId,
        name: input.name.trim(),
        is_restricted: input.readerIds !== null,
      })
      .execute()
    if (!input.readerIds?.length) return
    await rows
      .insertInto('collection_readers')
      .values(
        [...new Set(input.readerIds)].map((userId) => ({
          collection_id: id,
          user_id: userId,
          workspace_id: actor.workspaceId,
        })),
      )
      .execute()
  })
  return { collection: { id: id as CollectionId, name: input.name.trim(), readerIds: input.readerIds } }
}
