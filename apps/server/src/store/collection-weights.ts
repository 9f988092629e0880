import type { TuningFigures } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from './database'

/** What the collections learnt, as it is used: of each the last that was not taken back. */
export async function readTunings(rows: Database, collectionIds: readonly string[]) {
  if (collectionIds.length === 0) return []
  return rows
    .selectFrom('collection_tunings')
    .distinctOn('collection_id')
    .select(['id', 'collection_id', 'lexical_weight'])
    .where('collection_id', 'in', collectionIds)
    .where('undone_at', 'is', null)
    .orderBy('collection_id')
    .orderBy('tuned_at', 'desc')
    .execute()
}

/** The share of words in the search of each collection that learnt one. */
export async function readWeights(rows: Database, collectionIds: readonly string[]): Promise<Record<string, number>> {
  const tunings = await readTunings(rows, collectionIds)
  return Object.fromEntries(tunings.map(({ collection_id, lexical_weight }) => [collection_id, lexical_weight]))
}

const MOST_CHANGES = 20

/** What was learnt and taken back of each collection, the newest first. */
export async function readTuningChanges(rows: Database, collectionIds: readonly string[]) {
  if (collectionIds.length === 0) return []
  const found = await rows
    .selectFrom((from) =>
      from
        .selectFrom('collection_tunings')
        .select(['collection_id', 'lexical_weight', 'report', 'tuned_by', 'tuned_at', 'undone_by', 'undone_at'])
        .select(sql<number>`row_number() over (partition by collection_id order by tuned_at desc)`.as('place'))
        .where('collection_id', 'in', collectionIds)
        .as('numbered'),
    )
    .selectAll()
    .where('place', '<=', MOST_CHANGES)
    .orderBy('tuned_at', 'desc')
    .execute()
  // Written by this server and by it alone.
  return found.map(({ report, ...row }) => ({ ...row, figures: report as TuningFigures }))
}
