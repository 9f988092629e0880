import type { EntityKind } from '@parley/knowledge'
import { nameKey } from '@parley/knowledge'
import type { GraphEntity } from '@parley/protocol'
import { sql } from 'kysely'
import { type GraphViewer, mayReadEvidence } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { edgeIdsAt } from './edge-ids-at'

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
  const byRoot = new Map<string, NamedRow[]>()
  for (const row of found) {
    const named = byRoot.get(row.root_id)
    if (named) named.push(row)
    else byRoot.set(row.root_id, [row])
  }
  return [...byRoot].map(([root, named]) => asEntity(root, named))
}

/** Whether something that the viewer may read names `entities`; each side of the edges has an index of its own. */
const isNamed = (viewer: GraphViewer) => sql<boolean>`(
  exists (select 1 from graph_edges edges join graph_evidence evidence on evidence.edge_id = edges.id
          where coalesce(edges.from_as, edges.from_id) = entities.id and ${mayReadEvidence(viewer)})
  or exists (select 1 from graph_edges edges join graph_evidence evidence on evidence.edge_id = edges.id
             where coalesce(edges.to_as, edges.to_id) = entities.id and ${mayReadEvidence(viewer)}))`

function asEntity(rootId: string, named: readonly NamedRow[]): GraphEntity {
  const [first] = named
  const others = named.filter(({ id }) => id !== first?.id)
  return {
    id: rootId as GraphEntity['id'],
    name: first?.name ?? '',
    kind: first?.kind ?? 'topic',
    userId: (named.find(({ user_id }) => user_id)?.user_id ?? null) as GraphEntity['userId'],
    aliases: [...new Set(others.map(({ name }) => name))].filter((name) => name !== first?.name),
    merged: others.filter(({ id }) => id !== rootId).map(({ id, name }) => ({ id, name })) as GraphEntity['merged'],
  }
}

export interface NameWanted {
  readonly name: string
  readonly kind?: EntityKind | undefined
  readonly limit: number
}

/** Entities called so, nearest first; with an empty name those with most edges. The edges are gone through once for all of them. */
export async function findByName(rows: Database, viewer: GraphViewer, { name, kind, limit }: NameWanted) {
  const key = nameKey(name)
  // With an empty name every edge is at one of them.
  const isAtCalled = key === '' ? sql`true` : sql`links.id in (${edgeIdsAt(sql`select root_id from called`)})`
  const like = `%${key.replace(/[\\%_]/g, '\\$&')}%`
  const { rows: found } = await sql<{ id: string; count: number }>`
    with called as materialized (
      select entities.id, entities.root_id, coalesce(entities.name_key, lower(users.name)) = ${key} as is_exact
      from graph_entities entities
      left join users on users.id = entities.user_id
      where entities.workspace_id = ${viewer.workspaceId}::uuid
        and (${key} = '' or entities.name_key like ${like} or lower(users.name) like ${like}
             or exists (select 1 from unnest(users.aliases) as alias where lower(alias) like ${like}))
        and (${kind ?? null}::text is null or entities.kind = ${kind ?? null}::text)
        and (${key} <> '' or entities.kind not in ('date', 'status', 'decision'))),
    seen as materialized (
      select links.* from graph_links links
      where links.workspace_id = ${viewer.workspaceId}::uuid and ${isAtCalled}
        and exists (select 1 from graph_evidence evidence where evidence.edge_id = links.id and ${mayReadEvidence(viewer)})),
    counted as (
      select ends.root_id, count(distinct seen.id) filter (where seen.decision is distinct from 'rejected')::int as count
      from seen cross join lateral unnest(array[seen.from_root, seen.to_root]) as ends(root_id)
      group by ends.root_id)
    select called.root_id as id, counted.count
    from called join counted on counted.root_id = called.root_id
    where called.id in (select from_named from seen union select to_named from seen)
    group by called.root_id, counted.count
    order by bool_or(called.is_exact) desc, counted.count desc, called.root_id
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
