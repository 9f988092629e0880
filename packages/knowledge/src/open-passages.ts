import type { Passage } from './answer-types'
import { vectorAt, vectorBytes } from './document-segment'
import type { AffinityScale } from './language-centres'
import type { PackedDocument } from './packed-document'
import type { QuantisedVector } from './quantised-vector'
import type { FoundPassage, PassageHit } from './search-types'
import type { StoredVectors, UnitVectors, VectorPlace } from './unit-vectors'
import type { VectorCode } from './vector-code'

/** What is in the index by now. */
export interface OpenIndex {
  documentOf(documentId: string): PackedDocument | undefined
  /** Whether it is the passage's own, as it was searched. */
  isVectorOf(passage: Passage, vector: QuantisedVector): boolean
}

/** Tells how near a vector comes to the question. */
export interface Meter {
  readonly scale: AffinityScale
  readonly code: VectorCode
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
  meter: Meter | null,
): Promise<PassageHit[]> {
  const chosen = passages.flatMap((found): Chosen[] => {
    const document = index.documentOf(found.passage.documentId)
    return document && isAsFound(found, document) ? [{ found, document }] : []
  })
  if (!meter) return chosen.map((one) => hitOf(one, [], []))
  const { length } = meter.scale.question
  const stored = await unitVectors.read(chosen.map((one) => placeOf(one, vectorBytes(length))))
  return chosen.flatMap((one, at) => {
    const { passage } = one.found
    const vectors = stored[at]
    if (!vectors || index.documentOf(passage.documentId) !== one.document) return []
    // Where the vectors are kept, another version may be there already.
    const isSearched = index.isVectorOf(passage, vectorAt(vectors.passage, 0, length))
    return isSearched ? judged(one, vectors, meter) : []
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

function judged(one: Chosen, { units }: StoredVectors, { scale, code }: Meter): PassageHit {
  const { length } = scale.question
  const count = units.length / vectorBytes(length)
  const dots = Array.from(
    { length: count },
    (_, at) => (other: Float32Array) => code.dot(vectorAt(units, at, length), other),
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
