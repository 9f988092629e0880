import type { DocumentSource, SourceCounts } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Database } from '../store/database'
import type { SourceTable } from '../store/source-tables'

export type SourceRow = Selectable<SourceTable>

export const NO_COUNTS: SourceCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 }

/** Sources with what there is of them here. */
export function selectSources(rows: Database) {
  const itemsThat = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`(select count(*)::int from source_items item where item.source_id = document_sources.id and ${condition})`
  const isHere = sql<boolean>`exists (select 1 from documents where documents.id = item.document_id)`
  return rows
    .selectFrom('document_sources')
    .selectAll()
    .select([
      itemsThat(isHere).as('document_count'),
      itemsThat(sql<boolean>`item.failure is not null`).as('failed_count'),
    ])
}

type CountedSource = SourceRow & { readonly document_count: number; readonly failed_count: number }

export function asDocumentSource(row: CountedSource): DocumentSource {
  const { heldRemovals = 0, ...lastRun } = row.last_run ?? {}
  return {
    id: row.id as DocumentSource['id'],
    collectionId: row.collection_id as DocumentSource['collectionId'],
    name: row.name,
    settings: row.settings,
    hasSecret: row.secret !== null,
    ownerId: row.owner_id as DocumentSource['ownerId'],
    isPaused: row.is_paused,
    everyMinutes: row.every_minutes,
    isWaiting: row.is_waiting,
    lastRun: row.last_run && (lastRun as DocumentSource['lastRun']),
    nextRunAt: row.is_paused ? null : (row.next_run_at?.toISOString() ?? null),
    documentCount: row.document_count,
    failedCount: row.failed_count,
    heldRemovals,
  }
}

export async function readSourceEntity(rows: Database, sourceId: string): Promise<DocumentSource> {
  return asDocumentSource(await selectSources(rows).where('id', '=', sourceId).executeTakeFirstOrThrow())
}
