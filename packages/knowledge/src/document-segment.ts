import type { Encoder } from '@parley/inference'
import type { Passage, SourceDocument } from './answer-types'
import { type AnswerUnit, unitsOfPassages } from './answer-units'
import { parseDocument } from './parse-document'
import type { ParsedDocument, Place } from './parsed-document'
import { embeddingText, passageTerms } from './passage-terms'
import type { QuantisedVector } from './quantised-vector'
import { splitPassages } from './split-passages'
import { vectorCode } from './vector-code'

/** Changes whenever parsing, passages, terms or vectors change: a segment of another version must be made anew. */
export const SEGMENT_VERSION = 3

/**
 * Everything the index holds of one document, ready to be stored and put back without parsing, tokenising or
 * encoding anew. All but `vectors` is JSON.
 */
export interface DocumentSegment {
  readonly version: number
  readonly documentId: string
  readonly title: string
  readonly plainText: string
  readonly passages: readonly SegmentPassage[]
  /** See {@link ParsedDocument}. */
  readonly places?: readonly Place[]
  /** The encoder that made the vectors; null when there are none. */
  readonly encoderId: string | null
  /**
   * One after another a scale (little-endian f32) and `hiddenSize` signed bytes (see `VectorCode`): of every passage, then of every unit,
   * passage by passage. With the units' vectors at hand a question costs one pass of the encoder.
   */
  readonly vectors: Uint8Array
}

/** A passage without what the document tells. */
export interface SegmentPassage extends Omit<Passage, 'id' | 'documentId' | 'ordinal' | 'text'> {
  readonly terms: readonly (readonly [term: string, count: number])[]
  readonly units: readonly AnswerUnit[]
}

/** Few enough that an interactive request never waits long behind a document. */
const BATCH = 32

/**
 * Parses, splits and encodes a document.
 *
 * @throws UnreadableDocumentError when nothing can be read from it.
 */
export function buildSegment(document: SourceDocument, encoder: Encoder | null): Promise<DocumentSegment> {
  return encodeSegment(readDocument(document), encoder)
}

/**
 * Everything but the vectors. Takes some 0.4 s a million characters: a server does it beside its event loop.
 *
 * @throws UnreadableDocumentError when nothing can be read from the document.
 */
export function readDocument(document: SourceDocument): DocumentSegment {
  return segmentOf(document, parseDocument(document))
}

/** The same of what was parsed already. */
export function segmentOf(document: Pick<SourceDocument, 'id' | 'title'>, parsed: ParsedDocument): DocumentSegment {
  const passages = splitPassages(document.id, parsed)
  const units = unitsOfPassages(parsed, passages)
  return {
    version: SEGMENT_VERSION,
    documentId: document.id,
    title: document.title,
    plainText: parsed.plainText,
    passages: passages.map(({ start, end, headingPath, language, text }, at) => ({
      ...{ start, end, headingPath, language },
      terms: [...passageTerms(document.title, { headingPath, text })],
      units: units[at]!,
    })),
    ...(parsed.places && { places: parsed.places }),
    encoderId: null,
    vectors: new Uint8Array(),
  }
}

/**
 * The segment with the vectors of its passages and units; without an encoder it stays as it is. What says the same as in
 * a former version is not encoded again.
 */
export async function encodeSegment(
  segment: DocumentSegment,
  encoder: Encoder | null,
  former?: DocumentSegment,
): Promise<DocumentSegment> {
  if (!encoder) return segment
  const known = vectorsByText(former, encoder)
  const texts = embeddedTexts(segment)
  const unknown = [...new Set(texts.filter((text) => !known.has(text)))]
  const encoded = await encodeTexts(unknown, encoder)
  for (const [at, text] of unknown.entries()) known.set(text, encoded[at]!)
  return { ...segment, encoderId: encoder.id, vectors: packVectors(texts.map((text) => known.get(text)!)) }
}

/** How many passages of a document say, under the same headings, what one of its former version says. */
export function countKeptPassages(segment: DocumentSegment, former: DocumentSegment): number {
  const known = new Set(passageTexts(former))
  return passageTexts(segment).filter((text) => known.has(text)).length
}

function vectorsByText(former: DocumentSegment | undefined, encoder: Encoder): Map<string, QuantisedVector> {
  if (former?.encoderId !== encoder.id || former.version !== SEGMENT_VERSION) return new Map()
  const texts = embeddedTexts(former)
  const vectors = unpackVectors(former.vectors, texts.length, encoder.hiddenSize)
  return new Map(texts.map((text, at) => [text, vectors[at]!]))
}

/** What the vectors of a segment are made of, in their order. */
function embeddedTexts(segment: DocumentSegment): string[] {
  const { title, plainText, passages } = segment
  const units = passages.flatMap((passage) =>
    passage.units.map(({ start, end }) =>
      embeddingText(title, { headingPath: passage.headingPath, text: plainText.slice(start, end) }),
    ),
  )
  return [...passageTexts(segment), ...units]
}

const passageTexts = ({ title, plainText, passages }: DocumentSegment): string[] =>
  passages.map((passage) => embeddingText(title, textOf(plainText, passage)))

const textOf = (plainText: string, { headingPath, start, end }: SegmentPassage) => ({
  headingPath,
  text: plainText.slice(start, end),
})

/**
 * Texts alike in length together, so that little of a pass is padding, and one batch waiting behind the one that is
 * computed, so that the encoder never rests between them.
 */
async function encodeTexts(texts: readonly string[], encoder: Encoder): Promise<QuantisedVector[]> {
  const vectors = new Array<QuantisedVector>(texts.length)
  const { quantise } = vectorCode(encoder.id, encoder.hiddenSize)
  const byLength = [...texts.keys()].sort((a, b) => texts[a]!.length - texts[b]!.length)
  const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, at) =>
    byLength.slice(at * BATCH, (at + 1) * BATCH),
  )
  const encodeNext = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const encodings = await encoder.encode(
        batch.map((at) => texts[at]!),
        { purpose: 'passage', priority: 'background' },
      )
      for (const [row, at] of batch.entries()) vectors[at] = quantise(encodings[row]!.sentence)
    }
  }
  await Promise.all([encodeNext(), encodeNext()])
  return vectors
}

const SCALE_BYTES = 4

export function packVectors(vectors: readonly QuantisedVector[]): Uint8Array {
  const stride = vectorBytes(vectors[0]?.bytes.length ?? 0)
  const packed = new Uint8Array(vectors.length * stride)
  const view = new DataView(packed.buffer)
  vectors.forEach(({ scale, bytes }, at) => {
    view.setFloat32(at * stride, scale, true)
    packed.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), at * stride + SCALE_BYTES)
  })
  return packed
}

/** Bytes of a packed vector. */
export function vectorBytes(dimensions: number): number {
  return SCALE_BYTES + dimensions
}

/** The vector at a place among packed ones, without copying it. */
export function vectorAt(packed: Uint8Array, at: number, dimensions: number): QuantisedVector {
  const from = packed.byteOffset + at * vectorBytes(dimensions)
  const scale = new DataView(packed.buffer, from).getFloat32(0, true)
  return { scale, bytes: new Int8Array(packed.buffer, from + SCALE_BYTES, dimensions) }
}

/** @throws RangeError when the bytes do not hold `count` vectors of `dimensions` numbers. */
export function unpackVectors(packed: Uint8Array, count: number, dimensions: number): QuantisedVector[] {
  if (packed.length !== count * vectorBytes(dimensions))
    throw new RangeError(`Expected ${count} vectors, found ${packed.length} bytes`)
  return Array.from({ length: count }, (_, at) => vectorAt(packed, at, dimensions))
}

/** @throws RangeError when the vectors of the segment are not whole. */
export function passageVectors(segment: DocumentSegment, dimensions: number): QuantisedVector[] {
  const { passages, vectors } = segment
  const count = passages.reduce((sum, { units }) => sum + 1 + units.length, 0)
  return unpackVectors(vectors, count, dimensions).slice(0, passages.length)
}
