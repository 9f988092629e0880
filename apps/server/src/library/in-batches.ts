/** A query for so much costs little more than one for a document, and takes no memory to speak of. */
const MOST_BYTES = 4_000_000
const MOST_DOCUMENTS = 200

export interface SizedDocument {
  readonly id: string
  /** In bytes. */
  readonly size: number
}

/** Ids of documents that are read together, in their order. One that is larger than a batch is read alone. */
export function inBatches(documents: readonly SizedDocument[]): string[][] {
  const batches: string[][] = []
  let bytes = 0
  for (const { id, size } of documents) {
    const last = batches.at(-1)
    bytes += size
    if (last && last.length < MOST_DOCUMENTS && bytes <= MOST_BYTES) {
      last.push(id)
    } else {
      batches.push([id])
      bytes = size
    }
  }
  return batches
}
