import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

/** Where a document goes: the collection that was named, if the actor may read it, else the workspace's own. */
export async function chooseCollection(rows: Database, actor: Actor, wanted: string | undefined): Promise<string> {
  if (wanted) {
    const readable = await readableCollectionIds(rows, actor)
    if (!readable.includes(wanted)) throw new ParleyError('not_found', { kind: 'collection', id: wanted })
    return wanted
  }
  const collection = await rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow()
  return collection.id
}
