import { type NamedThing, nameKey, namesIn } from '@parley/knowledge'
import { sql } from 'kysely'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { readEntities } from './read-entities'

/** A question names few things. */
const MOST = 10

/** What these texts name of the graph, people and dates apart, each by the names that the viewer may know it by. */
export async function entitiesNamed(
  rows: Database,
  viewer: GraphViewer,
  texts: readonly string[],
): Promise<NamedThing[]> {
  const keys = [...new Set(texts.flatMap(namesIn).map(({ key }) => key))]
  if (keys.length === 0) return []
  const { rows: called } = await sql<{ root_id: string }>`
    select root_id from graph_entities
    where workspace_id = ${viewer.workspaceId}::uuid and name_key = any(${keys}::text[]) and kind not in ('date', 'status', 'decision')
    order by length(name_key) desc limit ${MOST}`.execute(rows)
  const entities = await readEntities(
    rows,
    viewer,
    called.map(({ root_id }) => root_id),
  )
  return entities.map(({ id, name, aliases }) => ({ id, name, keys: [name, ...aliases].map(nameKey) }))
}
