import { type NamedThing, nameKey, namesIn } from '@parley/knowledge'
import { sql } from 'kysely'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { readEntities } from './read-entities'

/** A question names few things. */
const MOST = 10
/** So many are looked at before rights are: what the viewer must not know of crowds out nothing of theirs. */
const MOST_LOOKED_AT = 200

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
    group by root_id order by max(length(name_key)) desc limit ${MOST_LOOKED_AT}`.execute(rows)
  const longestFirst = called.map(({ root_id }) => root_id)
  const readable = new Map((await readEntities(rows, viewer, longestFirst)).map((entity) => [entity.id, entity]))
  return longestFirst
    .flatMap((id) => readable.get(id) ?? [])
    .slice(0, MOST)
    .map(({ id, name, aliases }) => ({ id, name, keys: [name, ...aliases].map(nameKey) }))
}
