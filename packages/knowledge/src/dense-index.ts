/** A vector in 8 bits a number: `value ≈ scale × byte`. */
export interface QuantisedVector {
  readonly scale: number
  readonly bytes: Int8Array
}

/** Symmetric, each vector on its own scale: its largest number becomes ±127. */
export function quantiseVector(vector: Float32Array): QuantisedVector {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  const scale = largest / 127 || 1
  return { scale, bytes: Int8Array.from(vector, (value) => Math.round(value / scale)) }
}

const FIRST_CAPACITY = 256

/** 8-bit vectors in one block of memory, scored exhaustively by dot product. A slot is a number given by the caller. */
export class DenseIndex {
  private bytes: Int8Array
  private scales: Float32Array

  constructor(readonly dimensions: number) {
    this.bytes = new Int8Array(FIRST_CAPACITY * dimensions)
    this.scales = new Float32Array(FIRST_CAPACITY)
  }

  set(slot: number, vector: QuantisedVector): void {
    this.reserve(slot + 1)
    this.bytes.set(vector.bytes, slot * this.dimensions)
    this.scales[slot] = vector.scale
  }

  get(slot: number): QuantisedVector | undefined {
    const scale = this.scales[slot]
    if (!scale) return undefined
    return { scale, bytes: this.bytes.slice(slot * this.dimensions, (slot + 1) * this.dimensions) }
  }

  /** Forgets the vector itself, not only where it was. */
  remove(slot: number): void {
    if (slot >= this.scales.length) return
    this.scales[slot] = 0
    this.bytes.fill(0, slot * this.dimensions, (slot + 1) * this.dimensions)
  }

  /** Dot product with a 32-bit query; `undefined` for a slot without a vector. */
  score(query: Float32Array, slot: number): number | undefined {
    const scale = this.scales[slot]
    if (!scale) return undefined
    const { bytes, dimensions } = this
    const from = slot * dimensions
    let sum = 0
    for (let at = 0; at < dimensions; at++) sum += query[at]! * bytes[from + at]!
    return sum * scale
  }

  private reserve(slots: number): void {
    if (slots <= this.scales.length) return
    const capacity = Math.max(slots, this.scales.length * 2)
    const bytes = new Int8Array(capacity * this.dimensions)
    const scales = new Float32Array(capacity)
    bytes.set(this.bytes)
    scales.set(this.scales)
    this.bytes = bytes
    this.scales = scales
  }
}
