/** More readers than have different rights in a workspace are not kept. */
const MOST_READERS = 100

export type MayRead = (documentId: string) => boolean

/**
 * The collection of every document that may be found; what is not in here is read by nobody. Whoever may read the same collections
 * shares a reader until something comes, goes or moves, so that the index asks it of every document once.
 */
export class DocumentPlaces {
  private readonly collections = new Map<string, string>()
  private readonly readers = new Map<string, MayRead>()

  of(documentId: string): string | undefined {
    return this.collections.get(documentId)
  }

  has(documentId: string): boolean {
    return this.collections.has(documentId)
  }

  put(documentId: string, collectionId: string): void {
    this.collections.set(documentId, collectionId)
    this.readers.clear()
  }

  remove(documentId: string): void {
    this.collections.delete(documentId)
    this.readers.clear()
  }

  /** The documents of a collection, in the order of their ids. */
  within(collectionId: string): string[] {
    return [...this.collections].flatMap(([id, of]) => (of === collectionId ? id : [])).sort()
  }

  readerOf(collectionIds: readonly string[]): MayRead {
    const key = [...collectionIds].sort().join(' ')
    const known = this.readers.get(key)
    if (known) return known
    if (this.readers.size >= MOST_READERS) this.readers.clear()
    const readable = new Set(collectionIds)
    const reader: MayRead = (documentId) => readable.has(this.collections.get(documentId) ?? '')
    this.readers.set(key, reader)
    return reader
  }
}
