import { type GraphEntity, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { ownView } from '../../queries/graph/graph-viewer'
import { readEntities } from '../../queries/graph/read-entities'
import type { Database } from '../../store/database'

/** An entity as the actor sees it. */
export async function readEntity(rows: Database, actor: Actor, id: string): Promise<GraphEntity> {
  const [entity] = await readEntities(rows, await ownView(rows, actor), [id])
  if (!entity) throw new ParleyError('not_found', { kind: 'entity', id })
  return entity
}
