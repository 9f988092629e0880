/**
 * Re-packs blocks of 4-bit weights from the E5S1 layout to ONNX Runtime's, value by value, without loss.
 *
 * E5S1: per 32 weights one f16 scale, then 16 bytes; byte j holds weight j low and weight j + 16 high.
 * ONNX Runtime: all nibbles in one tensor, byte j holds weight 2j low and weight 2j + 1 high; f32 scales in another.
 */
export interface QuantisedBlocks {
  /** 16 bytes a block. */
  readonly nibbles: Uint8Array
  /** One a block. */
  readonly scales: Float32Array
}

export const BLOCK_WEIGHTS = 32
const NIBBLE_BYTES = 16
const SOURCE_BYTES = 2 + NIBBLE_BYTES

/** @param signed store value − 8 in two's complement (INT4) instead of the plain nibble. */
export function repackBlocks(source: Uint8Array, signed = false): QuantisedBlocks {
  if (source.length % SOURCE_BYTES !== 0) throw new RangeError('not a whole number of 4-bit blocks')
  const blockCount = source.length / SOURCE_BYTES
  const nibbles = new Uint8Array(blockCount * NIBBLE_BYTES)
  const scales = new Float32Array(blockCount)
  const flip = signed ? 0x88 : 0
  for (let block = 0; block < blockCount; block++) {
    const start = block * SOURCE_BYTES
    scales[block] = halfToFloat(source[start]! | (source[start + 1]! << 8))
    repackNibbles(source, start + 2, nibbles, block * NIBBLE_BYTES, flip)
  }
  return { nibbles, scales }
}

function repackNibbles(source: Uint8Array, from: number, target: Uint8Array, to: number, flip: number): void {
  const half = NIBBLE_BYTES / 2
  for (let j = 0; j < half; j++) {
    const even = source[from + 2 * j]!
    const odd = source[from + 2 * j + 1]!
    target[to + j] = ((even & 0x0f) | ((odd & 0x0f) << 4)) ^ flip
    target[to + half + j] = ((even >> 4) | (odd & 0xf0)) ^ flip
  }
}

/** IEEE 754 binary16. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
