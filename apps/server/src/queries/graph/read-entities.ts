import type { EntityKind } from '@parley/knowledge'
import { nameKey } from '@parley/knowledge'
import type { GraphEntity } from '@parley/protocol'
import { sql } from 'kysely'
import { type GraphViewer, mayReadEvidence } from '../../policies/graph-access'
import type { Database } from '../../store/database'

interface NamedRow {
  readonly id: string
  readonly root_id: string
  readonly kind: EntityKind
  readonly name: string
  readonly user_id: string | null
}

/** Entities by what they count as, each under the names that something the viewer may read gives it. */
export async function readEntities(
  rows: Database,
  viewer: GraphViewer,
  rootIds: readonly string[],
): Promise<GraphEntity[]> {
  if (rootIds.length === 0) return []
  const { rows: found } = await sql<NamedRow>`
    select entities.id, entities.root_id, entities.kind, coalesce(users.name, entities.name) as name, entities.user_id
    from graph_entities entities
    left join users on users.id = entities.user_id
    where entities.root_id = any(${[...new Set(rootIds)]}::uuid[]) and ${isNamed(viewer)}
    order by (entities.id = entities.root_id) desc, entities.id`.execute(rows)
  const roots = [...new Set(found.map(({ root_id }) => root_id))]
  return roots.map((root) =>
    asEntity(
      root,
      found.filter(({ root_id }) => root_id === root),
    ),
  )
}

/** Whether something that the viewer may read names `entities`. */
const isNamed = (viewer: GraphViewer) => sql<boolean>`exists (
  select 1 from graph_links links join graph_evidence evidence on evidence.edge_id = links.id
  where (links.from_named = entities.id or links.to_named = entities.id)
    and ${mayReadEvidence(viewer)})`

function asEntity(rootId: string, named: readonly NamedRow[]): GraphEntity {
  const [first] = named
  const others = named.filter(({ id }) => id !== first?.id)
  return {
    id: rootId as GraphEntity['id'],
    name: first?.name ?? '',
    kind: first?.kind ?? 'topic',
    userId: (named.find(({ user_id }) => user_id)?.user_id ?? null) as GraphEntity['userId'],
    aliases: [...new Set(others.map(({ name }) => name))].filter((name) => name !== first?.name),
    mergedIds: others.filter(({ id }) => id !== rootId).map(({ id }) => id) as GraphEntity['mergedIds'],
  }
}

export interface NameWanted {
  readonly name: string
  readonly kind?: EntityKind | undefined
  readonly limit: number
}

/** Entities called so, nearest first; with an empty name those with most edges. */
export async function findByName(rows: Database, viewer: GraphViewer, { name, kind, limit }: NameWanted) {
  const key = nameKey(name)
  const like = `%${key.replace(/[\\%_]/g, '\\$&')}%`
  const { rows: found } = await sql<{ id: string; count: number }>`
    select entities.root_id as id, max(seen.count)::int as count
    from graph_entities entities
    left join users on users.id = entities.user_id
    cross join lateral (
      select count(distinct links.id) filter (where links.decision is distinct from 'rejected') as count, count(*) as named
      from graph_links links join graph_evidence evidence on evidence.edge_id = links.id
      where (links.from_root = entities.root_id or links.to_root = entities.root_id)
        and ${mayReadEvidence(viewer)}) seen
    where entities.workspace_id = ${viewer.workspaceId}::uuid and seen.named > 0
      and (${key} = '' or entities.name_key like ${like} or lower(users.name) like ${like}
           or exists (select 1 from unnest(users.aliases) as alias where lower(alias) like ${like}))
      and (${kind ?? null}::text is null or entities.kind = ${kind ?? null}::text)
      and (${key} <> '' or entities.kind not in ('date', 'status', 'decision'))
      and ${isNamed(viewer)}
    group by entities.root_id
    order by bool_or(coalesce(entities.name_key, lower(users.name)) = ${key}) desc, max(seen.count) desc, entities.root_id
    limit ${limit}`.execute(rows)
  const entities = await readEntities(
    rows,
    viewer,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, count }) => {
    const entity = entities.find((one) => one.id === id)
    return entity ? [{ ...entity, edgeCount: count }] : []
  })
}
