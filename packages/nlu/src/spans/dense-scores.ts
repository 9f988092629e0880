import { createRowProducts } from '@parley/inference'
import type { CrfWeights, DenseView } from './span-model'

/** Adds to the scores of a message's units [units, tags] what the encoder's states say. */
export type DenseScores = (states: readonly Float32Array[], scores: Float32Array) => void

/** What a unit's state adds to the tags of the unit before it, of itself, and of the unit after it. */
const REACH = [-1, 0, 1] as const

/**
 * As the product of the weights with `denseVectors`. All between a state and its tags is
 * linear, scales and axes too, so one matrix does it: a state is read once, and no vector of its neighbours is put together.
 */
export function createDenseScores(view: DenseView, { dense }: Pick<CrfWeights, 'dense'>, tags: number): DenseScores {
  const [width, narrow] = [view.mean.length, view.neighbourAxes.columns]
  // In a unit's vector its own state stands first, then what is told of the unit before it, then of the one after it.
  const blocks = [
    throughAxes(view, dense.subarray((width + narrow) * tags), tags),
    dense.subarray(0, width * tags),
    throughAxes(view, dense.subarray(width * tags, (width + narrow) * tags), tags),
  ]
  const folded = blocks.map((block) => onRawStates(view, block, tags))
  const rows = REACH.length * tags
  const data = new Float32Array(rows * width)
  folded.forEach(({ weights }, block) => {
    data.set(weights, block * tags * width)
  })
  const products = createRowProducts({ rows, columns: width, data })
  const biases = folded.flatMap((block) => [...block.biases])
  return (states, scores) => {
    states.forEach((state, unit) => {
      const product = products(state)
      REACH.forEach((step, block) => {
        const start = (unit + step) * tags
        if (start < 0 || start >= scores.length) return
        for (let tag = 0; tag < tags; tag++) {
          const own = block * tags + tag
          scores[start + tag] = (scores[start + tag] as number) + (product[own] as number) + (biases[own] as number)
        }
      })
    })
  }
}

/** Weights of a neighbour's few numbers, [narrow, tags], as weights of its whole state, [width, tags]. */
function throughAxes({ neighbourAxes: axes }: DenseView, weights: Float32Array, tags: number): Float32Array {
  const whole = new Float32Array(axes.rows * tags)
  for (let row = 0; row < axes.rows; row++) {
    for (let axis = 0; axis < axes.columns; axis++) {
      const share = axes.data[row * axes.columns + axis] as number
      for (let tag = 0; tag < tags; tag++) {
        whole[row * tags + tag] = (whole[row * tags + tag] as number) + share * (weights[axis * tags + tag] as number)
      }
    }
  }
  return whole
}

/** The weights [width, tags] of scaled states as weights [tags, width] and biases of states as they come. */
function onRawStates({ mean, scale }: DenseView, weights: Float32Array, tags: number) {
  const width = mean.length
  const turned = new Float32Array(weights.length)
  const biases = new Float64Array(tags)
  for (let column = 0; column < width; column++) {
    for (let tag = 0; tag < tags; tag++) {
      const weight = (weights[column * tags + tag] as number) * (scale[column] as number)
      turned[tag * width + column] = weight
      biases[tag] = (biases[tag] as number) - weight * (mean[column] as number)
    }
  }
  return { weights: turned, biases }
}
