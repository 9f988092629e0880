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
  /** Whether it lost more than chance explains: over one standard error of the difference. */
  readonly isWorse: boolean
}

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
    isWorse: lost - won > Math.sqrt(lost + won),
  }
}

function rightByKey({ pool, examples }: IntentModel): Map<string, boolean> {
  const { rows = [], best = [] } = pool.judged ?? {}
  return new Map(rows.map((row, index) => [examples.keys[row] as string, best[index] === examples.labels[row]]))
}
