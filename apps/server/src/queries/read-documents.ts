import { type Collection, type DocumentSummary, ParleyError, type QueryAnswer, type QueryInput } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../actor'
import { readableCollectionIds } from '../policies/access'
import type { Services } from '../services'
import type { DocumentTable } from '../store/schema'

type Places = QueryAnswer<'knowledge.document'>['places']

type SummaryRow = Omit<Selectable<DocumentTable>, 'source' | 'plain_text' | 'index_segment' | 'index_vectors'>

const summaryColumns = [
  'id',
  'workspace_id',
  'collection_id',
  'title',
  'mime_type',
  'language',
  'passage_count',
  'added_by',
  'created_at',
] as const

export function asDocumentSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id as DocumentSummary['id'],
    title: row.title,
    mimeType: row.mime_type,
    collectionId: row.collection_id as DocumentSummary['collectionId'],
    language: row.language,
    passageCount: row.passage_count,
    createdAt: row.created_at.toISOString(),
  }
}

/** Documents and collections the actor may read. */
export async function listDocuments({ store }: Services, actor: Actor): Promise<QueryAnswer<'knowledge.list'>> {
  const ids = await readableCollectionIds(store.rows, actor)
  if (ids.length === 0) return { documents: [], collections: [] }
  const documents = await store.rows
    .selectFrom('documents')
    .select(summaryColumns)
    .where('collection_id', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  const collections = await store.rows
    .selectFrom('collections')
    .leftJoin('collection_readers', 'collection_readers.collection_id', 'collections.id')
    .select(['collections.id', 'collections.name', 'collections.is_restricted'])
    .select((column) => column.fn.agg<string[]>('array_agg', ['collection_readers.user_id']).as('readers'))
    .where('collections.id', 'in', ids)
    .groupBy('collections.id')
    .execute()
  return {
    documents: documents.map(asDocumentSummary),
    collections: collections.map((row) => ({
      id: row.id as Collection['id'],
      name: row.name,
      readerIds: row.is_restricted ? (row.readers.filter(Boolean) as NonNullable<Collection['readerIds']>) : null,
    })),
  }
}

/** One document, if the actor may read its collection. What may not be read does not exist. */
export async function readDocument(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'knowledge.document'>,
): Promise<QueryAnswer<'knowledge.document'>> {
  const unknown = new ParleyError('not_found', { kind: 'document', id: input.documentId })
  const ids = await readableCollectionIds(store.rows, actor)
  if (ids.length === 0) throw unknown
  const row = await store.rows
    .selectFrom('documents')
    .select([...summaryColumns, 'plain_text'])
    .select(sql<Places | null>`index_segment -> 'places'`.as('places'))
    .where('id', '=', input.documentId)
    .where('collection_id', 'in', ids)
    .executeTakeFirst()
  if (!row) throw unknown
  return { document: asDocumentSummary(row), plainText: row.plain_text, places: row.places ?? [] }
}
