import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { findMember } from '../channels/find-member'

/** Readers that exist; null is everybody. @throws ParleyError `not_found` */
export async function checkReaders(rows: Database, actor: Actor, readerIds: readonly string[] | null): Promise<void> {
  for (const readerId of new Set(readerIds)) await findMember(rows, actor, readerId)
}

/** Who looks after a collection must be able to see it. */
export function requireOwnerReads(ownerId: string | null, readerIds: readonly string[] | null): void {
  if (ownerId !== null && readerIds !== null && !readerIds.includes(ownerId)) throw new ParleyError('owner_not_reader')
}

/** Names the readers of a collection anew. */
export async function setReaders(
  rows: Database,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  readerIds: readonly string[] | null,
): Promise<void> {
  await rows.deleteFrom('collection_readers').where('collection_id', '=', id).execute()
  const named = [...new Set(readerIds)]
  if (named.length === 0) return
  await rows
    .insertInto('collection_readers')
    .values(named.map((userId) => ({ collection_id: id, user_id: userId, workspace_id: workspaceId })))
    .execute()
}
