import { type DocumentSummary, ParleyError, type QueryAnswer, type QueryInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import type { DocumentRow } from '../library/library-wire'
import { readableCollectionIds } from '../policies/access'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { readCollections } from './read-collections'

const summaryColumns = [
  ...(['id', 'workspace_id', 'collection_id', 'title', 'mime_type', 'language', 'passage_count'] as const),
  ...(['added_by', 'created_at', 'version', 'changed_at', 'file_name', 'content_hash'] as const),
] as const

/** Documents without their texts. */
export const selectDocuments = (rows: Database) => rows.selectFrom('documents').select(summaryColumns)

export function asDocumentSummary(row: DocumentRow): DocumentSummary {
  return {
    id: row.id as DocumentSummary['id'],
    title: row.title,
    mimeType: row.mime_type,
    collectionId: row.collection_id as DocumentSummary['collectionId'],
    language: row.language,
    passageCount: row.passage_count,
    createdAt: row.created_at.toISOString(),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    addedBy: row.added_by as DocumentSummary['addedBy'],
  }
}

/** Documents and collections the actor may read. */
export async function listDocuments({ store }: Services, actor: Actor): Promise<QueryAnswer<'knowledge.list'>> {
  const ids = await readableCollectionIds(store.rows, actor)
  if (ids.length === 0) return { documents: [], collections: [] }
  const documents = await selectDocuments(store.rows).where('collection_id', 'in', ids).orderBy('id', 'desc').execute()
  return { documents: documents.map(asDocumentSummary), collections: await readCollections(store.rows, ids) }
}

type Answer = QueryAnswer<'knowledge.document'>

/** One document, if the actor may read its collection. What may not be read does not exist. */
export async function readDocument(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'knowledge.document'>,
): Promise<Answer> {
  const unknown = new ParleyError('not_found', { kind: 'document', id: input.documentId })
  const ids = await readableCollectionIds(store.rows, actor)
  if (ids.length === 0) throw unknown
  const row = await selectDocuments(store.rows)
    .select('plain_text')
    .select(sql<Answer['places'] | null>`index_segment -> 'places'`.as('places'))
    .where('id', '=', input.documentId)
    .where('collection_id', 'in', ids)
    .executeTakeFirst()
  if (!row) throw unknown
  const versions = await readVersions(store.rows, row.id)
  return { document: asDocumentSummary(row), plainText: row.plain_text, places: row.places ?? [], versions }
}

async function readVersions(rows: Database, documentId: string): Promise<Answer['versions']> {
  const found = await rows
    .selectFrom('document_versions')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return found.map((row) => ({
    version: row.version,
    createdAt: row.created_at.toISOString(),
    addedBy: row.added_by as DocumentSummary['addedBy'],
    passageCount: row.passage_count,
    keptPassages: row.kept_passages,
    origin: row.origin,
  }))
}
