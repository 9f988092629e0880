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
  /** Whether it lost more than chance explains: over two standard errors of the difference. */
  readonly isWorse: boolean
}

/**
 * Standard errors. The two are judged over different folds, which alone changes some hundred judgements of 1,500: at one
 * standard error, one healthy model in six would be held back.
 */
const CHANCE = 2

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
    isWorse: lost - won > CHANCE * Math.sqrt(lost + won),
  }
}

function rightByKey({ pool, examples }: IntentModel): Map<string, boolean> {
  const { rows = [], best = [] } = pool.judged ?? {}
  return new Map(rows.map((row, index) => [examples.keys[row] as string, best[index] === examples.labels[row]]))
}
