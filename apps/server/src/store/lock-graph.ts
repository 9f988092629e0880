import { sql } from 'kysely'
import type { DatabaseTransaction } from './database'

/** "grap" in ASCII. */
const GRAPH_LOCK = 0x6772_6170

/**
 * Whoever adds to the graph, and whoever lets fall what nothing shows, go one after the other: an edge that is added while
 * edges fall would not be seen to have evidence, and would go with it. To be the first that a transaction asks for.
 */
export async function lockGraph(rows: DatabaseTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${GRAPH_LOCK}, 0)`.execute(rows)
}
