import type { DocumentSegment, SourceDocument } from '@parley/knowledge'
import { ParleyError } from '@parley/protocol'
import { detectLanguage } from '@parley/text'
import { type Selectable, sql } from 'kysely'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { DocumentTable } from '../store/schema'
import type { DocumentContent, DocumentToRead } from './document-content'
import type { DocumentRow, NewDocument } from './library-wire'
import type { ReadDocumentContent } from './read-content'

type StoredSegment = Omit<DocumentSegment, 'documentId' | 'title' | 'plainText' | 'vectors'>

const LANGUAGE_SAMPLE = 2_000

/**
 * Stores a document or its next version, or stores it again when the answer to the first time was lost.
 *
 * @throws ParleyError `not_found` when what it was to follow is gone, or was followed by another.
 */
export function storeDocument(
  rows: Database,
  document: NewDocument,
  read: ReadDocumentContent,
  keptPassages: number,
): Promise<DocumentRow> {
  return rows.transaction().execute(async (transaction) => {
    const store = document.version === 1 ? insert : follow
    const row = await store(transaction, document, read)
    if (!row) throw new ParleyError('not_found', { kind: 'document', id: document.id })
    await transaction
      .insertInto('document_versions')
      .values({ ...versionColumns(document), passage_count: row.passage_count, kept_passages: keptPassages })
      .onConflict((conflict) => conflict.columns(['document_id', 'version']).doNothing())
      .execute()
    return row
  })
}

function insert(rows: Database, document: NewDocument, read: ReadDocumentContent): Promise<DocumentRow | undefined> {
  const { id, workspaceId, collectionId, addedBy } = document
  const kept = { id, workspace_id: workspaceId, collection_id: collectionId, added_by: addedBy }
  const columns = contentColumns(document, read)
  return rows
    .insertInto('documents')
    .values({ ...kept, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning(rowColumns)
    .executeTakeFirst()
}

function follow(rows: Database, document: NewDocument, read: ReadDocumentContent): Promise<DocumentRow | undefined> {
  const { id, version } = document
  return rows
    .updateTable('documents')
    .set({
      ...contentColumns(document, read),
      // Whoever put it there finds it by its name again, whatever the file is called that somebody else brought.
      file_name: sql<string | null>`coalesce(documents.file_name, ${document.fileName})`,
      version,
      changed_at: sql<Date>`now()`,
      // What replaces an outdated text is not outdated.
      outdated_at: null,
    })
    .where('id', '=', id)
    .where(({ or, and, eb }) =>
      or([
        eb('version', '=', version - 1),
        // It is there already, and the answer was lost.
        and([eb('version', '=', version), eb('content_hash', '=', document.contentHash)]),
      ]),
    )
    .returning(rowColumns)
    .executeTakeFirst()
}

const rowColumns = [
  ...(['id', 'workspace_id', 'collection_id', 'title', 'mime_type', 'language', 'passage_count'] as const),
  ...(['added_by', 'created_at', 'version', 'changed_at', 'file_name', 'content_hash'] as const),
] as const

const versionColumns = ({ id, version, workspaceId, addedBy, origin }: NewDocument) => ({
  ...{ document_id: id, version, workspace_id: workspaceId, added_by: addedBy, origin: origin ?? null },
})

function contentColumns(document: NewDocument, { segment, mimeType, source }: ReadDocumentContent) {
  return {
    title: document.title,
    mime_type: mimeType,
    language: detectLanguage(segment.plainText.slice(0, LANGUAGE_SAMPLE)),
    source,
    file_name: document.fileName,
    content_hash: document.contentHash,
    ...segmentColumns(segment),
  }
}

/** Keeps what was made anew of a version of a stored document, unless there is a newer one by now. */
export async function storeSegment(rows: Database, segment: DocumentSegment, version: number): Promise<void> {
  await rows
    .updateTable('documents')
    .set(segmentColumns(segment))
    .where('id', '=', segment.documentId)
    .where('version', '=', version)
    .execute()
}

/** Those that answers may rest on, with the bytes that each takes in the database. */
export function listStored(rows: Database) {
  const size = sql<number>`pg_column_size(plain_text) + coalesce(pg_column_size(index_segment), 0)
    + coalesce(pg_column_size(index_vectors), 0)`
  return selectPlaces(rows).select(size.as('size')).orderBy('id').execute()
}

export function readPlace(rows: Database, documentId: string) {
  return selectPlaces(rows).where('id', '=', documentId).executeTakeFirst()
}

const selectPlaces = (rows: Database) =>
  rows.selectFrom('documents').select(['id', 'collection_id']).where('outdated_at', 'is', null)

/** The segment as it was stored; null when there is none, undefined when the document is gone. */
export async function readSegment(rows: Database, documentId: string): Promise<DocumentSegment | null | undefined> {
  return (await readSegments(rows, [documentId])).get(documentId)
}

/** Those of several documents; the ones that are gone are left out. */
export async function readSegments(
  rows: Database,
  documentIds: readonly string[],
): Promise<Map<string, DocumentSegment | null>> {
  const found = await rows
    .selectFrom('documents')
    .select(['id', 'title', 'plain_text', 'index_segment', 'index_vectors'])
    .where('id', 'in', documentIds)
    .execute()
  return new Map(found.map((row) => [row.id, segmentFrom(row)]))
}

type SegmentRow = Pick<Selectable<DocumentTable>, 'id' | 'title' | 'plain_text' | 'index_segment' | 'index_vectors'>

function segmentFrom({ id, title, plain_text, index_segment, index_vectors }: SegmentRow): DocumentSegment | null {
  if (index_segment === null) return null
  const stored = index_segment as StoredSegment
  return { ...stored, documentId: id, title, plainText: plain_text, vectors: index_vectors ?? new Uint8Array() }
}

export async function readSource(
  rows: Database,
  documentId: string,
): Promise<(DocumentToRead & { readonly version: number }) | undefined> {
  const row = await rows
    .selectFrom('documents')
    .select(['title', 'mime_type', 'source', 'version'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  return (
    row && { id: documentId, title: row.title, version: row.version, content: contentOf(row.mime_type, row.source) }
  )
}

/** Texts are kept as they came; of other files, what was extracted. */
function contentOf(mimeType: string, source: string): DocumentContent {
  return isText(mimeType) ? { mimeType, text: source } : { mimeType, extracted: source }
}

const isText = (mimeType: string): mimeType is SourceDocument['mimeType'] =>
  mimeType === 'text/markdown' || mimeType === 'text/plain' || mimeType === 'text/html'

/** A segment as its row holds it: the text stands there once. */
function segmentColumns(segment: DocumentSegment) {
  const { documentId: _id, title: _title, plainText, vectors, ...rest } = segment
  return {
    plain_text: plainText,
    passage_count: segment.passages.length,
    index_segment: jsonText(rest),
    index_vectors: Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength),
  }
}
