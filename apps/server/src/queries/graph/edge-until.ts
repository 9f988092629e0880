import { sql } from 'kysely'

/**
 * Until when an edge held, of the rows `evidence` that may be read: as somebody stated, else since it was said to be over and
 * not said again. Null: it holds.
 */
export const EDGE_UNTIL = sql<Date | null>`
  coalesce(max(evidence.until_at),
           case when max(evidence.at) filter (where evidence.is_end) > coalesce(max(evidence.at) filter (where not evidence.is_end), '-infinity')
                then max(evidence.at) filter (where evidence.is_end) end)`
