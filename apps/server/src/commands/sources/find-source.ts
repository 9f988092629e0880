import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { SourceRow } from '../../sources/source-rows'
import type { Database } from '../../store/database'

/** A source of a collection that the actor may read. @throws ParleyError `not_found` */
export async function findSource(rows: Database, actor: Actor, sourceId: string): Promise<SourceRow> {
  const readable = await readableCollectionIds(rows, actor)
  const source = await rows
    .selectFrom('document_sources')
    .selectAll()
    .where('id', '=', sourceId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!source || !readable.includes(source.collection_id))
    throw new ParleyError('not_found', { kind: 'source', id: sourceId })
  return source
}

/** One that the actor looks after: the owner of its collection, and administrators. */
export async function findChangeableSource(rows: Database, actor: Actor, sourceId: string): Promise<SourceRow> {
  const source = await findSource(rows, actor, sourceId)
  const { owner_id } = await rows
    .selectFrom('collections')
    .select('owner_id')
    .where('id', '=', source.collection_id)
    .executeTakeFirstOrThrow()
  if (owner_id !== actor.userId && !isAdministrator(actor))
    throw new ParleyError('forbidden', { action: 'change_source' })
  return source
}
