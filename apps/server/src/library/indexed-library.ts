import { setTimeout as delay } from 'node:timers/promises'
import {
  type Answer,
  type Answerer,
  countKeptPassages,
  type DocumentSegment,
  encodeSegment,
  type HybridIndex,
  type TuningReport,
  tuneWeight,
  USUAL_LEXICAL_WEIGHT,
} from '@parley/knowledge'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import type { DocumentToRead } from './document-content'
import { DocumentPlaces } from './document-places'
import { inBatches } from './in-batches'
import type { AddedDocument, LibraryQuestion, LogToReplay, NewDocument } from './library-wire'
import type { ReadDocumentContent } from './read-content'
import type { ReadDocument } from './read-document-beside'
import {
  listStored,
  readPlace,
  readSegment,
  readSegments,
  readSource,
  storeDocument,
  storeSegment,
} from './stored-documents'

export interface IndexedLibraryOptions {
  readonly rows: Database
  readonly index: HybridIndex
  readonly answerer: Answerer
  readonly readDocument: ReadDocument
  /** Told of a stored document that cannot be read any more: answers do without it. */
  readonly onUnreadable: (documentId: string, error: unknown) => void
  readonly retryMs?: number
}

/**
 * The documents of the workspace in a search index, filled from the database. It lives in a thread of its own:
 * everything here may take long.
 */
export class IndexedLibrary {
  private readonly places = new DocumentPlaces()
  /** Those that came in while this filled: newer than what was stored when it began. */
  private readonly added = new Set<string>()
  private readonly filled: Promise<void>

  constructor(private readonly options: IndexedLibraryOptions) {
    this.filled = this.fill()
    // Whoever asks waits for it and is told.
    this.filled.catch(() => undefined)
  }

  async answer({ question, language, collectionIds, documentIds, weights }: LibraryQuestion): Promise<Answer> {
    await this.filled
    const reader = this.places.readerOf(collectionIds)
    const limit = documentIds && new Set(documentIds)
    const mayRead = limit ? (documentId: string) => limit.has(documentId) && reader(documentId) : reader
    const lexicalWeight = (documentId: string) => weights?.[this.places.of(documentId) ?? ''] ?? USUAL_LEXICAL_WEIGHT
    return this.options.answerer.answer({ question, language, mayRead, lexicalWeight })
  }

  /** Asks the log of a collection again, and what its documents ask for themselves. */
  async tune({ collectionId, asked, weight }: LogToReplay): Promise<TuningReport> {
    await this.filled
    return tuneWeight(this.options.index, { documentIds: this.places.within(collectionId), asked, weight })
  }

  /**
   * Reads, encodes and stores a document; it is found once it is committed.
   *
   * @throws ParleyError, see `unreadable.ts`
   */
  async add(document: NewDocument): Promise<AddedDocument> {
    const former = document.version > 1 ? await readSegment(this.options.rows, document.id) : undefined
    const read = await this.read(document, former ?? undefined)
    const keptPassages = former ? countKeptPassages(read.segment, former) : 0
    const row = await storeDocument(this.options.rows, document, read, keptPassages)
    // Where it is now: it may have been moved while it was read.
    this.places.put(document.id, row.collection_id)
    this.added.add(document.id)
    this.put(read.segment)
    return { row, keptPassages }
  }

  move({ documentId, collectionId }: { readonly documentId: string; readonly collectionId: string }): void {
    if (this.places.has(documentId)) this.places.put(documentId, collectionId)
  }

  remove(documentId: string): void {
    this.places.remove(documentId)
    this.options.index.removeDocument(documentId)
  }

  /** Puts a stored document in again that was taken out. */
  async bringBack(documentId: string): Promise<void> {
    const place = await readPlace(this.options.rows, documentId)
    if (!place) return
    this.places.put(documentId, place.collection_id)
    this.added.delete(documentId)
    await this.restore(documentId, await readSegment(this.options.rows, documentId))
  }

  private async read(document: DocumentToRead, former?: DocumentSegment): Promise<ReadDocumentContent> {
    const read = await this.options.readDocument(document)
    return { ...read, segment: await encodeSegment(read.segment, this.options.index.encoder, former) }
  }

  /** Puts in everything that is stored; a database that is away for the moment is asked until it is back. */
  private async fill(): Promise<void> {
    const stored = await this.persist(() => listStored(this.options.rows))
    for (const { id, collection_id } of stored) this.places.put(id, collection_id)
    for (const batch of inBatches(stored)) {
      const segments = await this.persist(() => readSegments(this.options.rows, batch))
      for (const id of batch) {
        await this.persist(() => this.restore(id, segments.get(id))).catch((error: unknown) => this.leaveOut(id, error))
      }
    }
  }

  private async persist<Result>(step: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await step()
      } catch (error) {
        if (!isDatabaseTrouble(error)) throw error
        await delay(this.options.retryMs ?? 500)
      }
    }
  }

  private leaveOut(documentId: string, error: unknown): void {
    if (this.added.has(documentId)) return
    this.places.remove(documentId)
    this.options.onUnreadable(documentId, error)
  }

  /** What another version or encoder made is read anew. A document may be removed while it is read. */
  private async restore(documentId: string, segment: DocumentSegment | null | undefined): Promise<void> {
    if (!this.isAwaited(documentId)) return
    if (segment === undefined) this.remove(documentId)
    else if (segment === null || !this.options.index.importDocument(segment)) await this.renew(documentId)
  }

  private async renew(documentId: string): Promise<void> {
    const source = await readSource(this.options.rows, documentId)
    if (!source) return this.remove(documentId)
    const { segment } = await this.read(source)
    await storeSegment(this.options.rows, segment, source.version)
    if (this.isAwaited(documentId)) this.put(segment)
  }

  /** Not once it was removed, nor once a newer version came in. */
  private isAwaited(documentId: string): boolean {
    return this.places.has(documentId) && !this.added.has(documentId)
  }

  private put(segment: DocumentSegment): void {
    if (!this.options.index.importDocument(segment)) throw new Error('the index does not take its own segment')
  }
}
