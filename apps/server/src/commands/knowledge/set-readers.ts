import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { findMember } from '../channels/find-member'

interface Named {
  readonly readerIds?: readonly string[] | null | undefined
  readonly ownerId?: string | null | undefined
}

/** Everybody whom a collection names; everybody at large is nobody by name. */
export const named = ({ readerIds, ownerId }: Named): string[] => [...(readerIds ?? []), ...(ownerId ? [ownerId] : [])]

/** Readers that exist. @throws ParleyError `not_found` */
export async function checkReaders(rows: Database, actor: Actor, readerIds: readonly string[]): Promise<void> {
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
