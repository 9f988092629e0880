import type { IntentModel } from './intent-model'

/** Two models on the examples that both were judged by without having learnt from them. */
export interface IntentComparison {
  readonly rows: number
  readonly rightBefore: number
  readonly rightAfter: number
  /** Right before and wrong after. */
  readonly lost: number
  /** Wrong before and right after. */
  readonly won: number
  /** Whether it lost more than chance explains: by McNemar's exact test, of one side. */
  readonly isWorse: boolean
}

/** So many healthy models are held back at most; both are judged over nearly the same folds. */
const CHANCE = 0.05

/** A new intent's examples have no before, and count for nothing here. */
export function compareIntents(before: IntentModel, after: IntentModel): IntentComparison {
  const was = rightByKey(before)
  const common = [...rightByKey(after)].flatMap(([key, isRight]) => {
    const wasRight = was.get(key)
    return wasRight === undefined ? [] : [{ wasRight, isRight }]
  })
  const count = (test: (row: { readonly wasRight: boolean; readonly isRight: boolean }) => boolean) =>
    common.filter(test).length
  const lost = count(({ wasRight, isRight }) => wasRight && !isRight)
  const won = count(({ wasRight, isRight }) => !wasRight && isRight)
  return {
    rows: common.length,
    rightBefore: count(({ wasRight }) => wasRight),
    rightAfter: count(({ isRight }) => isRight),
    lost,
    won,
    isWorse: chanceOf(lost, lost + won) < CHANCE,
  }
}

/** The chance of as many heads or more in so many tosses of a coin. */
function chanceOf(heads: number, tosses: number): number {
  let logOfOne = -tosses * Math.LN2
  let sum = 0
  for (let count = 0; count <= tosses; count++) {
    if (count >= heads) sum += Math.exp(logOfOne)
    logOfOne += Math.log(tosses - count) - Math.log(count + 1)
  }
  return sum
}

function rightByKey({ pool, examples }: IntentModel): Map<string, boolean> {
  const { rows = [], best = [] } = pool.judged ?? {}
  return new Map(rows.map((row, index) => [examples.keys[row] as string, best[index] === examples.labels[row]]))
}
