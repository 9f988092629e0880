import { sql } from 'kysely'
import type { Database } from './database'

/** An entity counts as another one, or as itself again, and whatever was merged into it with it. */
export async function countAs(rows: Database, entityId: string, intoId: string | null): Promise<void> {
  await rows.updateTable('graph_entities').set({ merged_into: intoId }).where('id', '=', entityId).execute()
  await sql`
    with recursive merged as (
      select id from graph_entities where id = ${entityId}::uuid
      union select others.id from graph_entities others join merged on others.merged_into = merged.id)
    update graph_entities entities set root_id = coalesce((select root_id from graph_entities where id = ${intoId}::uuid), ${entityId}::uuid)
    where entities.id in (select id from merged)`.execute(rows)
}

/** Edges of one entity become another's, also when they are read again. Answers whether they were its edges. */
export async function moveEdges(
  rows: Database,
  edgeIds: readonly string[],
  entityId: string,
  otherId: string,
): Promise<boolean> {
  const { rows: moved } = await sql<{ id: string }>`
    update graph_edges set
      from_as = case when coalesce(from_as, from_id) in (select id from graph_entities where root_id = ${entityId}::uuid)
                     then ${otherId}::uuid else from_as end,
      to_as = case when coalesce(to_as, to_id) in (select id from graph_entities where root_id = ${entityId}::uuid)
                   then ${otherId}::uuid else to_as end
    where id = any(${[...edgeIds]}::uuid[])
      and (coalesce(from_as, from_id) in (select id from graph_entities where root_id = ${entityId}::uuid)
           or coalesce(to_as, to_id) in (select id from graph_entities where root_id = ${entityId}::uuid))
    returning id`.execute(rows)
  return moved.length === new Set(edgeIds).size
}
