import { ByteRows } from '@parley/inference'
import type { SlotRange } from './readable-slots'

/** A vector in 8 bits a number: `value ≈ scale × byte`. */
export interface QuantisedVector {
  readonly scale: number
  readonly bytes: Int8Array
}

/** Symmetric, each vector on its own scale: its largest number becomes ±127. */
export function quantiseVector(vector: Float32Array): QuantisedVector {
  const scale = largestOf(vector) / 127 || 1
  return { scale, bytes: Int8Array.from(vector, (value) => Math.round(value / scale)) }
}

const FIRST_CAPACITY = 256

/** 8-bit vectors, scored exhaustively by dot product. A slot is a number given by the caller. */
export class DenseIndex {
  private readonly rows: ByteRows
  private scales = new Float32Array(FIRST_CAPACITY)

  constructor(readonly dimensions: number) {
    this.rows = new ByteRows(dimensions)
  }

  /** Bytes of memory taken. */
  get size(): number {
    return this.rows.size + this.scales.byteLength
  }

  set(slot: number, { scale, bytes }: QuantisedVector): void {
    this.rows.set(slot, bytes)
    this.reserve(slot + 1)
    this.scales[slot] = scale
  }

  /** Forgets the vector itself, not only where it was. */
  remove(slot: number): void {
    this.scales[slot] = 0
    this.rows.at(slot).fill(0)
  }

  move(from: number, to: number): void {
    this.rows.move(from, to)
    this.scales[to] = this.scales[from]!
    this.remove(from)
  }

  /** The vector as it is kept, until the next one is set. */
  at(slot: number): QuantisedVector {
    return { scale: this.scales[slot]!, bytes: this.rows.at(slot) }
  }

  /**
   * Dot products with a 32-bit query, into `products` at the slots of the ranges. The query is rounded to 16 bits, which
   * costs nothing beside the 8 bits of the rows.
   */
  score(query: Float32Array, ranges: readonly SlotRange[], products: Float32Array): void {
    const step = largestOf(query) / this.rows.largestNumber || 1
    const vector = Int16Array.from(query, (value) => Math.round(value / step))
    for (const { first, end } of ranges) {
      this.rows.multiply(vector, first, end, (from, sums) => {
        for (let at = 0; at < sums.length; at++) products[from + at] = sums[at]! * step * this.scales[from + at]!
      })
    }
  }

  private reserve(slots: number): void {
    if (slots <= this.scales.length) return
    const scales = new Float32Array(Math.max(slots, this.scales.length * 2))
    scales.set(this.scales)
    this.scales = scales
  }
}

export function dotProduct({ scale, bytes }: QuantisedVector, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum += other[at]! * bytes[at]!
  return sum * scale
}

export function isSameVector(one: QuantisedVector, other: QuantisedVector): boolean {
  return one.scale === other.scale && one.bytes.every((byte, at) => byte === other.bytes[at])
}

function largestOf(vector: Float32Array): number {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  return largest
}
