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

export function dotProduct({ scale, bytes }: QuantisedVector, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum += other[at]! * bytes[at]!
  return sum * scale
}

export function isSameVector(one: QuantisedVector, other: QuantisedVector): boolean {
  return one.scale === other.scale && one.bytes.every((byte, at) => byte === other.bytes[at])
}

export function largestOf(vector: Float32Array): number {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  return largest
}
