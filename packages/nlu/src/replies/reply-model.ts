import { NONE_FEATURES, noneFeatures, PAIR_FEATURES, pairFeatures } from './pair-features'
import type { ReplyScene } from './reply-scene'

/** Weights by the name of what they weigh: a model of other features than ours is told at once. */
export interface ReplyModel {
  /** Of lines by others, of lines by the same person, and of answering nothing. */
  readonly other: Readonly<Record<string, number>>
  readonly same: Readonly<Record<string, number>>
  readonly none: Readonly<Record<string, number>>
}

/** Of each of a model's weights, in the order in which training knows them. */
export const WEIGHT_COUNT = 2 * PAIR_FEATURES.length + NONE_FEATURES.length

/** Rows of features, one a choice: the earlier lines, newest first, then "answers nothing". */
export function choiceRows(scene: ReplyScene): Float32Array[] {
  const rows = scene.earlier.map((earlier) => {
    const row = new Float32Array(WEIGHT_COUNT)
    row.set(pairFeatures(scene, earlier), earlier.line.author === scene.line.author ? PAIR_FEATURES.length : 0)
    return row
  })
  const none = new Float32Array(WEIGHT_COUNT)
  none.set(noneFeatures(scene), 2 * PAIR_FEATURES.length)
  return [...rows, none]
}

export function weightsOf({ other, same, none }: ReplyModel): Float32Array {
  const weigh = (names: readonly string[], from: Readonly<Record<string, number>>) =>
    names.map((name) => {
      const weight = from[name]
      if (weight === undefined) throw new RangeError(`the model of reply links has no weight for ${name}`)
      return weight
    })
  return Float32Array.from([
    ...weigh(PAIR_FEATURES, other),
    ...weigh(PAIR_FEATURES, same),
    ...weigh(NONE_FEATURES, none),
  ])
}

export function modelOf(weights: Float32Array): ReplyModel {
  const record = (names: readonly string[], from: number) =>
    Object.fromEntries(names.map((name, at) => [name, Number((weights[from + at] ?? 0).toFixed(4))]))
  return {
    other: record(PAIR_FEATURES, 0),
    same: record(PAIR_FEATURES, PAIR_FEATURES.length),
    none: record(NONE_FEATURES, 2 * PAIR_FEATURES.length),
  }
}

/** Probability of each choice: a softmax over their scores. */
export function choiceProbabilities(rows: readonly Float32Array[], weights: Float32Array): Float32Array {
  const scores = rows.map((row) => score(row, weights))
  const highest = Math.max(...scores)
  const exponentials = Float32Array.from(scores, (one) => Math.exp(one - highest))
  const sum = exponentials.reduce((total, one) => total + one, 0)
  return exponentials.map((one) => one / sum)
}

function score(row: Float32Array, weights: Float32Array): number {
  let sum = 0
  for (let at = 0; at < row.length; at++) sum += (row[at] as number) * (weights[at] as number)
  return sum
}
