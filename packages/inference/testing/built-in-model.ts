import { fileURLToPath } from 'node:url'
import { defaultModelDirectory, ensureModel } from '../src/model-store'

/** Set on a machine that can reach no model: the tests that need one are then skipped, in plain sight. */
export const isWithoutModel = process.env.PARLEY_TEST_WITHOUT_MODEL === '1'

/** The real weights, from the cache that all tests and servers of this user share. */
export function builtInModelPath(): Promise<string> {
  return ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
}

/** The child's bundle, which the build makes before any test runs. */
export const encoderChildPath = fileURLToPath(new URL('../../../dist/encoder-child.js', import.meta.url))

export function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, index) => sum + value * y[index]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
