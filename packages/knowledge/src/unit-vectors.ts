import type { DocumentSegment } from './document-segment'

/** Where the vectors of a passage and its units stand among those of its document, see {@link DocumentSegment.vectors}. */
export interface VectorPlace {
  readonly documentId: string
  /** The passage's own. */
  readonly passage: number
  readonly firstUnit: number
  readonly unitCount: number
  /** Bytes of a vector. */
  readonly stride: number
}

export interface StoredVectors {
  readonly passage: Uint8Array
  readonly units: Uint8Array
}

/**
 * The vectors that only the few passages that are looked at closely need. They take five times as much as those of the
 * passages, so a large index keeps them elsewhere.
 */
export interface UnitVectors {
  /** Bytes of memory taken. */
  readonly size: number
  keep(segment: DocumentSegment): void
  forget(documentId: string): void
  /** In the order of the places; undefined where the document is gone. */
  read(places: readonly VectorPlace[]): Promise<readonly (StoredVectors | undefined)[]>
}

export function vectorsInMemory(): UnitVectors {
  const kept = new Map<string, Uint8Array>()
  return {
    get size() {
      return [...kept.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
    },
    keep: ({ documentId, vectors }) => void kept.set(documentId, vectors),
    forget: (documentId) => void kept.delete(documentId),
    read: async (places) => places.map((place) => cut(kept.get(place.documentId), place)),
  }
}

function cut(vectors: Uint8Array | undefined, place: VectorPlace): StoredVectors | undefined {
  const { passage, firstUnit, unitCount, stride } = place
  return (
    vectors && {
      passage: vectors.subarray(passage * stride, (passage + 1) * stride),
      units: vectors.subarray(firstUnit * stride, (firstUnit + unitCount) * stride),
    }
  )
}
