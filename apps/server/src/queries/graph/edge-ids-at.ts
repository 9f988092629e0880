import { type RawBuilder, sql } from 'kysely'

/**
 * Ids of the edges at what counts as one of these. Each side by itself: both in one condition would find no index, and
 * every edge would be held against every entity.
 */
export const edgeIdsAt = (rootIds: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select edges.id from graph_edges edges join graph_entities ends on ends.id = coalesce(edges.from_as, edges.from_id)
  where ends.root_id in (${rootIds})
  union
  select edges.id from graph_edges edges join graph_entities ends on ends.id = coalesce(edges.to_as, edges.to_id)
  where ends.root_id in (${rootIds})`
