import type { SourceFailure } from '@parley/protocol'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { KnownItem } from './found-item'
import type { SourceRow } from './source-rows'

/** What a source held before, by its key, and whether that document is still here. */
export type HeldItems = ReadonlyMap<string, { readonly documentId: string; readonly isHere: boolean }>

export async function readHeldItems(rows: Database, sourceId: string): Promise<HeldItems> {
  const found = await rows
    .selectFrom('source_items')
    .leftJoin('documents', 'documents.id', 'source_items.document_id')
    .select(['key', 'document_id', 'documents.id as here'])
    .where('source_id', '=', sourceId)
    .execute()
  return new Map(found.map(({ key, document_id, here }) => [key, { documentId: document_id, isHere: here !== null }]))
}

/** What is remembered of it; for the thread that looks there. */
export async function readKnownItems(rows: Database, sourceId: string): Promise<ReadonlyMap<string, KnownItem>> {
  const found = await rows
    .selectFrom('source_items')
    .select(['key', 'fingerprint', 'memory'])
    .where('source_id', '=', sourceId)
    .execute()
  return new Map(found.map(({ key, fingerprint, memory }) => [key, { fingerprint, memory }]))
}

export async function markSeen(rows: Database, sourceId: string, keys: readonly string[], now: Date): Promise<void> {
  await rows
    .updateTable('source_items')
    .set({ seen_at: now })
    .where('source_id', '=', sourceId)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .execute()
}

/** Without a fingerprint it is tried again next time, else once it has changed. */
export async function noteFailure(
  rows: Database,
  source: Pick<SourceRow, 'id' | 'workspace_id'>,
  key: string,
  { failure, fingerprint, now }: { failure: SourceFailure; fingerprint: string | null; now: Date },
): Promise<void> {
  const noted = { fingerprint, failure: jsonText(failure), seen_at: now }
  const item = { source_id: source.id, key, workspace_id: source.workspace_id, document_id: uuidv7() }
  await rows
    .insertInto('source_items')
    .values({ ...item, ...noted })
    .onConflict((conflict) => conflict.columns(['source_id', 'key']).doUpdateSet(noted))
    .execute()
}
