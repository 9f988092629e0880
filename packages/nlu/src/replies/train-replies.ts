import { minimise } from '../numeric/lbfgs'
import { choiceProbabilities, choiceRows, modelOf, type ReplyModel, WEIGHT_COUNT } from './reply-model'
import type { ReplyScene } from './reply-scene'

/** A scene and the places among its earlier lines (0: the newest) of those that the message answers; none: a beginning. */
export interface ReplyExample {
  readonly scene: ReplyScene
  readonly answers: readonly number[]
  /** Default 1. */
  readonly weight?: number
}

/** λ of λ/2·‖weights‖² beside the mean loss. */
const DEFAULT_PENALTY = 0.002

/**
 * A conditional logit (McFadden 1974): the message chooses among its earlier lines and "none". Where people saw several
 * answered, their probabilities together count. Deterministic.
 */
export async function trainReplies(
  examples: readonly ReplyExample[],
  penalty: number = DEFAULT_PENALTY,
): Promise<ReplyModel> {
  const choices = examples.map(({ scene, answers, weight = 1 }) => {
    const rows = choiceRows(scene)
    return { rows, right: new Set(answers.length > 0 ? answers : [rows.length - 1]), weight }
  })
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  const { parameters } = await minimise({
    start: new Float32Array(WEIGHT_COUNT),
    maxIterations: 300,
    gradientTolerance: 1e-4,
    valueTolerance: 1e-6,
    objective: async (weights, gradient) => {
      let loss = 0
      for (const { rows, right, weight } of choices) loss += addChoice(rows, right, weights, gradient, weight / total)
      for (let at = 0; at < weights.length; at++) {
        const value = weights[at] as number
        gradient[at] = (gradient[at] as number) + penalty * value
        loss += (penalty * value * value) / 2
      }
      return loss
    },
  })
  return modelOf(parameters)
}

/** Adds the gradient of a choice's loss, and answers the loss: −log of what the right ones have together. */
function addChoice(
  rows: readonly Float32Array[],
  right: ReadonlySet<number>,
  weights: Float32Array,
  gradient: Float32Array,
  share: number,
): number {
  const probabilities = choiceProbabilities(rows, weights)
  const mass = [...right].reduce((sum, at) => sum + (probabilities[at] ?? 0), 1e-12)
  rows.forEach((row, choice) => {
    const probability = probabilities[choice] as number
    const error = (probability - (right.has(choice) ? probability / mass : 0)) * share
    for (let at = 0; at < row.length; at++) gradient[at] = (gradient[at] as number) + error * (row[at] as number)
  })
  return -Math.log(mass) * share
}
