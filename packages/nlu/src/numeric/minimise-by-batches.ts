import type { Objective } from './lbfgs'

export interface MinimiseByBatchesOptions {
  readonly start: Float32Array
  /** One for each batch of examples, taken in turn. */
  readonly objectives: readonly Objective[]
  readonly epochs: number
  /** Length of the first steps; it falls to 0 in a straight line. */
  readonly rate: number
}

const FIRST_DECAY = 0.9
const SECOND_DECAY = 0.99
const EPSILON = 1e-8

/**
 * Goes down a sum of functions by their gradients one after the other (Adam, Kingma & Ba 2015). Draws nothing: the same
 * batches give the same result.
 */
export async function minimiseByBatches({
  start,
  objectives,
  epochs,
  rate,
}: MinimiseByBatchesOptions): Promise<Float32Array> {
  const parameters = Float32Array.from(start)
  const gradient = new Float32Array(start.length)
  const first = new Float32Array(start.length)
  const second = new Float32Array(start.length)
  const steps = epochs * objectives.length
  for (let step = 0; step < steps; step++) {
    await (objectives[step % objectives.length] as Objective)(parameters, gradient)
    const length = rate * (1 - step / steps) * startCorrection(step + 1)
    for (let at = 0; at < parameters.length; at++) {
      const slope = gradient[at] as number
      const mean = FIRST_DECAY * (first[at] as number) + (1 - FIRST_DECAY) * slope
      const square = SECOND_DECAY * (second[at] as number) + (1 - SECOND_DECAY) * slope * slope
      first[at] = mean
      second[at] = square
      parameters[at] = (parameters[at] as number) - (length * mean) / (Math.sqrt(square) + EPSILON)
    }
  }
  return parameters
}

/** Both means begin at zero and are too small at first. */
const startCorrection = (steps: number): number => Math.sqrt(1 - SECOND_DECAY ** steps) / (1 - FIRST_DECAY ** steps)
