import { ByteRows } from '@parley/inference'
import { largestOf, type QuantisedVector } from './quantised-vector'
import type { SlotRange } from './readable-slots'
import type { VectorCode } from './vector-code'

const FIRST_CAPACITY = 256

/** 8-bit vectors, scored exhaustively by dot product. A slot is a number given by the caller. */
export class DenseIndex {
  private readonly rows: ByteRows
  private scales = new Float32Array(FIRST_CAPACITY)

  constructor(
    readonly dimensions: number,
    readonly code: VectorCode,
  ) {
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

  dot(slot: number, other: Float32Array): number {
    return this.code.dot(this.at(slot), other)
  }

  /**
   * Dot products with a 32-bit query, into `products` at the slots of the ranges. The query is rounded to 16 bits, which
   * costs nothing beside the 8 bits of the rows.
   */
  score(query: Float32Array, ranges: readonly SlotRange[], products: Float32Array): void {
    const step = largestOf(query) / this.rows.largestNumber || 1
    const vector = Int16Array.from(query, (value) => Math.round(value / step))
    const shared = this.code.shared(query)
    for (const { first, end } of ranges) {
      this.rows.multiply(vector, first, end, (from, sums) => {
        for (let at = 0; at < sums.length; at++)
          products[from + at] = sums[at]! * step * this.scales[from + at]! + shared
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
