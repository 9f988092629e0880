import { passageCentre } from './language-centres'
import { dotProduct, type QuantisedVector, quantiseVector } from './quantised-vector'

/**
 * The vectors of one encoder in 8 bits a number. What all its vectors have in common is taken off before and put back after:
 * the steps are finer by half, and of the ten nearest hardly one in a hundred is another.
 */
export interface VectorCode {
  quantise(vector: Float32Array): QuantisedVector
  /** Dot product with the vector that was quantised. */
  dot(quantised: QuantisedVector, other: Float32Array): number
  /** What the dot product with every quantised vector lacks. */
  shared(other: Float32Array): number
}

export function vectorCode(encoderId: string, dimensions: number): VectorCode {
  const centre = passageCentre(encoderId, dimensions)
  const shared = (other: Float32Array) => centre.reduce((sum, value, at) => sum + value * other[at]!, 0)
  return {
    quantise: (vector) => quantiseVector(vector.map((value, at) => value - centre[at]!)),
    dot: (quantised, other) => dotProduct(quantised, other) + shared(other),
    shared,
  }
}
