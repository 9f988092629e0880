import { dotProduct, isSameVector, type QuantisedVector } from './dense-index'
import { vectorAt, vectorBytes } from './document-segment'
import type { AffinityScale } from './language-centres'
import type { PackedDocument } from './packed-document'
import type { FoundPassage, PassageHit } from './search-types'
import type { StoredVectors, UnitVectors, VectorPlace } from './unit-vectors'

/** What is in the index by now. */
export interface OpenIndex {
  documentOf(documentId: string): PackedDocument | undefined
  /** The passage's own vector, as it was searched. */
  vectorOf(documentId: string, ordinal: number): QuantisedVector
}

interface Chosen {
  readonly found: FoundPassage
  readonly document: PackedDocument
}

/** The passages with their units and how near these come to the question; without those that are not as they were found. */
export async function openPassages(
  passages: readonly FoundPassage[],
  index: OpenIndex,
  unitVectors: UnitVectors,
  scale: AffinityScale | null,
): Promise<PassageHit[]> {
  const chosen = passages.flatMap((found): Chosen[] => {
    const document = index.documentOf(found.passage.documentId)
    return document && isAsFound(found, document) ? [{ found, document }] : []
  })
  if (!scale) return chosen.map((one) => hitOf(one, [], []))
  const places = chosen.map((one) => placeOf(one, vectorBytes(scale.question.length)))
  const stored = await unitVectors.read(places)
  return chosen.flatMap((one, at) => {
    const { documentId, ordinal } = one.found.passage
    const vectors = stored[at]
    // Where the vectors are kept, another version may be there already.
    const isPresent = vectors && index.documentOf(documentId) === one.document
    if (
      !isPresent ||
      !isSameVector(vectorAt(vectors.passage, 0, scale.question.length), index.vectorOf(documentId, ordinal))
    )
      return []
    return judged(one, vectors, scale)
  })
}

function isAsFound({ passage }: FoundPassage, document: PackedDocument): boolean {
  return passage.ordinal < document.passageCount && document.passage(passage.ordinal).text === passage.text
}

function placeOf({ found, document }: Chosen, stride: number): VectorPlace {
  const { ordinal, documentId } = found.passage
  const first = document.firstUnit(ordinal)
  return {
    ...{ documentId, passage: ordinal, stride },
    firstUnit: document.passageCount + first,
    unitCount: document.firstUnit(ordinal + 1) - first,
  }
}

function judged(one: Chosen, { units }: StoredVectors, scale: AffinityScale): PassageHit {
  const { length } = scale.question
  const count = units.length / vectorBytes(length)
  const dots = Array.from(
    { length: count },
    (_, at) => (other: Float32Array) => dotProduct(vectorAt(units, at, length), other),
  )
  const { language } = one.found.passage
  return hitOf(
    one,
    dots.map((dot) => dot(scale.question)),
    dots.map((dot) => scale.affinity(dot, language)),
  )
}

function hitOf({ found, document }: Chosen, unitCosines: number[], unitAffinities: number[]): PassageHit {
  const { places } = document
  return { ...found, places, units: document.units(found.passage.ordinal), unitCosines, unitAffinities }
}
