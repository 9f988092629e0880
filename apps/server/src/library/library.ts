import { type DocumentSegment, encodeSegment, type HybridIndex, type SourceDocument } from '@parley/knowledge'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import { jsonText } from '../store/json-text'
import type { ReadDocument } from './read-document-beside'

/** Whether a document may be read, asked inside the search for every document. */
export type MayRead = (documentId: string) => boolean

/**
 * The documents of the workspace in the search index. A document can be read from the moment its row is committed:
 * `shelve` makes it so, and `discard` ends it at once.
 */
export class Library {
  private readonly collections = new Map<string, string>()

  constructor(
    readonly index: HybridIndex,
    private readonly readDocument: ReadDocument,
  ) {}

  /**
   * Reads and encodes a document; nobody can read it yet.
   *
   * @throws ParleyError `unreadable_document`
   */
  async prepare(document: SourceDocument): Promise<DocumentSegment> {
    const segment = await encodeSegment(await this.readDocument(document), this.index.encoder)
    if (!this.index.importDocument(segment)) throw new Error('the index does not take its own segment')
    return segment
  }

  shelve(documentId: string, collectionId: string): void {
    this.collections.set(documentId, collectionId)
  }

  discard(documentId: string): void {
    this.collections.delete(documentId)
    this.index.removeDocument(documentId)
  }

  /** The filter for somebody who may read these collections. */
  readableIn(collectionIds: readonly string[]): MayRead {
    const readable = new Set(collectionIds)
    return (documentId) => {
      const collectionId = this.collections.get(documentId)
      return collectionId !== undefined && readable.has(collectionId)
    }
  }

  /**
   * Puts what is stored back into the index; what another version or encoder made is read anew. A document that cannot
   * be read any more is reported and left out: it must not keep the server from starting.
   */
  async restore(rows: Database, onUnreadable: (documentId: string, error: unknown) => void): Promise<void> {
    const stored = await rows.selectFrom('documents').select(['id', 'collection_id']).orderBy('id').execute()
    for (const { id, collection_id } of stored) {
      try {
        await this.restoreDocument(rows, id)
        this.shelve(id, collection_id)
      } catch (error) {
        if (isDatabaseTrouble(error)) throw error
        onUnreadable(id, error)
      }
    }
  }

  private async restoreDocument(rows: Database, documentId: string): Promise<void> {
    const row = await rows.selectFrom('documents').selectAll().where('id', '=', documentId).executeTakeFirst()
    if (!row) return
    const stored = row.index_segment as StoredSegment | null
    const isRestored =
      stored !== null &&
      this.index.importDocument({
        ...stored,
        documentId,
        title: row.title,
        plainText: row.plain_text,
        vectors: row.index_vectors ?? new Uint8Array(),
      })
    if (isRestored) return
    const mimeType = row.mime_type as SourceDocument['mimeType']
    const segment = await this.prepare({ id: documentId, title: row.title, mimeType, text: row.source })
    await rows.updateTable('documents').set(segmentColumns(segment)).where('id', '=', documentId).execute()
  }
}

type StoredSegment = Omit<DocumentSegment, 'documentId' | 'title' | 'plainText' | 'vectors'>

/** A segment as its row holds it: the text stands there once. */
export function segmentColumns(segment: DocumentSegment) {
  const { documentId: _id, title: _title, plainText, vectors, ...rest } = segment
  return {
    plain_text: plainText,
    passage_count: segment.passages.length,
    index_segment: jsonText(rest),
    index_vectors: Buffer.from(vectors),
  }
}
