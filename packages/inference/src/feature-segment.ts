import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Encoder, Encoding, EncodingPurpose } from './encoder'

/**
 * Encodings on disk: a file of records of one size, each a key (sha256 of purpose and text), the token count,
 * whether the text was truncated, and the numbers. Only its creator ever writes to a segment, by appending, so that
 * no lock is needed; what a crash cut off at the end is ignored.
 */
export interface FeatureShape {
  readonly hiddenSize: number
  readonly layerCount: number
}

const KEY_BYTES = 32
const HEADER_BYTES = KEY_BYTES + 4

export const shapeOf = (encoder: Encoder): FeatureShape => ({
  hiddenSize: encoder.hiddenSize,
  layerCount: encoder.pooledLayers.length,
})

export function featureKey(purpose: EncodingPurpose, text: string): string {
  return createHash('sha256').update(`${purpose}\0${text}`).digest('hex')
}

const recordBytes = ({ hiddenSize, layerCount }: FeatureShape): number =>
  HEADER_BYTES + 4 * hiddenSize * (1 + layerCount)

export class FeatureSegment {
  private readonly offsets = new Map<string, number>()
  private byteLength = 0

  private constructor(
    private readonly file: FileHandle,
    private readonly shape: FeatureShape,
  ) {}

  /** A segment of another run, or of this one when `isNew`. */
  static async open(path: string, shape: FeatureShape, isNew = false): Promise<FeatureSegment> {
    const segment = new FeatureSegment(await open(path, isNew ? 'wx+' : 'r'), shape)
    if (!isNew) await segment.readKeys()
    return segment
  }

  has(key: string): boolean {
    return this.offsets.has(key)
  }

  async read(key: string): Promise<Encoding | undefined> {
    const offset = this.offsets.get(key)
    if (offset === undefined) return undefined
    const record = new Uint8Array(recordBytes(this.shape))
    await this.file.read(record, 0, record.length, offset)
    return decode(record, this.shape)
  }

  async append(entries: readonly (readonly [string, Encoding])[]): Promise<void> {
    const records = Buffer.concat(entries.map(([key, encoding]) => encode(key, encoding, this.shape)))
    const start = this.byteLength
    this.byteLength += records.length
    await this.file.write(records, 0, records.length, start)
    for (const [index, [key]] of entries.entries()) this.offsets.set(key, start + index * recordBytes(this.shape))
  }

  close(): Promise<void> {
    return this.file.close()
  }

  private async readKeys(): Promise<void> {
    const size = recordBytes(this.shape)
    const whole = Math.floor((await this.file.stat()).size / size)
    const key = Buffer.alloc(KEY_BYTES)
    for (let index = 0; index < whole; index++) {
      await this.file.read(key, 0, KEY_BYTES, index * size)
      this.offsets.set(key.toString('hex'), index * size)
    }
  }
}

function encode(key: string, encoding: Encoding, shape: FeatureShape): Uint8Array {
  const record = new Uint8Array(recordBytes(shape))
  record.set(Buffer.from(key, 'hex'))
  const view = new DataView(record.buffer)
  view.setUint16(KEY_BYTES, encoding.tokenCount, true)
  view.setUint8(KEY_BYTES + 2, Number(encoding.isTruncated))
  const numbers = new Float32Array(record.buffer, HEADER_BYTES)
  for (const [index, vector] of [encoding.sentence, ...encoding.layers].entries()) {
    numbers.set(vector, index * shape.hiddenSize)
  }
  return record
}

function decode(record: Uint8Array, { hiddenSize }: FeatureShape): Encoding {
  const view = new DataView(record.buffer)
  const numbers = new Float32Array(record.buffer, HEADER_BYTES)
  const vectors = Array.from({ length: numbers.length / hiddenSize }, (_, index) =>
    numbers.subarray(index * hiddenSize, (index + 1) * hiddenSize),
  )
  const [sentence, ...layers] = vectors
  return {
    sentence: sentence!,
    layers,
    tokenCount: view.getUint16(KEY_BYTES, true),
    isTruncated: view.getUint8(KEY_BYTES + 2) === 1,
  }
}
