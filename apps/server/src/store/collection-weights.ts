import type { TuningFigures } from '@parley/protocol'
import type { Database } from './database'

/** What the collections learnt, as it is used: of each the last that was not taken back. */
export async function readTunings(rows: Database, collectionIds: readonly string[]) {
  if (collectionIds.length === 0) return []
  const found = await rows
    .selectFrom('collection_tunings')
    .distinctOn('collection_id')
    .select(['id', 'collection_id', 'lexical_weight', 'former_weight', 'report', 'tuned_at'])
    .where('collection_id', 'in', collectionIds)
    .where('undone_at', 'is', null)
    .orderBy('collection_id')
    .orderBy('tuned_at', 'desc')
    .execute()
  // Written by this server and by it alone.
  return found.map(({ report, ...row }) => ({ ...row, figures: report as TuningFigures }))
}

/** The share of words in the search of each collection that learnt one. */
export async function readWeights(rows: Database, collectionIds: readonly string[]): Promise<Record<string, number>> {
  const tunings = await readTunings(rows, collectionIds)
  return Object.fromEntries(tunings.map(({ collection_id, lexical_weight }) => [collection_id, lexical_weight]))
}
