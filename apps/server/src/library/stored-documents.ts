import type { DocumentSegment, SourceDocument } from '@parley/knowledge'
import { detectLanguage } from '@parley/text'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { DocumentContent, DocumentToRead } from './document-content'
import type { DocumentRow, NewDocument } from './library-wire'
import type { ReadDocumentContent } from './read-content'

type StoredSegment = Omit<DocumentSegment, 'documentId' | 'title' | 'plainText' | 'vectors'>

const LANGUAGE_SAMPLE = 2_000

/** Stores a document, or stores it again when the answer to the first time was lost. */
export function storeDocument(
  rows: Database,
  document: NewDocument,
  { segment, mimeType, source }: ReadDocumentContent,
): Promise<DocumentRow> {
  const columns = segmentColumns(segment)
  return rows
    .insertInto('documents')
    .values({
      id: document.id,
      workspace_id: document.workspaceId,
      collection_id: document.collectionId,
      title: document.title,
      mime_type: mimeType,
      language: detectLanguage(segment.plainText.slice(0, LANGUAGE_SAMPLE)),
      source,
      added_by: document.addedBy,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning(['id', 'workspace_id', 'collection_id', 'title', 'mime_type', 'language', 'passage_count'])
    .returning(['added_by', 'created_at'])
    .executeTakeFirstOrThrow()
}

/** Keeps what was made anew of a stored document. */
export async function storeSegment(rows: Database, segment: DocumentSegment): Promise<void> {
  await rows.updateTable('documents').set(segmentColumns(segment)).where('id', '=', segment.documentId).execute()
}

export function listStored(rows: Database) {
  return rows.selectFrom('documents').select(['id', 'collection_id']).orderBy('id').execute()
}

/** The segment as it was stored; null when there is none, undefined when the document is gone. */
export async function readSegment(rows: Database, documentId: string): Promise<DocumentSegment | null | undefined> {
  const row = await rows
    .selectFrom('documents')
    .select(['title', 'plain_text', 'index_segment', 'index_vectors'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.index_segment === null) return null
  const stored = row.index_segment as StoredSegment
  const vectors = row.index_vectors ?? new Uint8Array()
  return { ...stored, documentId, title: row.title, plainText: row.plain_text, vectors }
}

export async function readSource(rows: Database, documentId: string): Promise<DocumentToRead | undefined> {
  const row = await rows
    .selectFrom('documents')
    .select(['title', 'mime_type', 'source'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  return row && { id: documentId, title: row.title, content: contentOf(row.mime_type, row.source) }
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
