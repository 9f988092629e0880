import { expect, test } from 'vitest'
import { compareIntents } from './compare-intents'
import type { IntentModel } from './intent-model'

/** As much of a model as is compared: its examples, and which of them were judged rightly. */
function judged(right: readonly boolean[], keys = right.map((_right, at) => `key ${at}`)): IntentModel {
  const rows = right.map((_right, at) => at)
  const pool = { judged: { rows, best: right.map((isRight) => (isRight ? 0 : 1)) } }
  return { pool, examples: { keys, labels: right.map(() => 0) } } as unknown as IntentModel
}

/** Of `lost + won` examples that one of the two got wrong. */
const before = (lost: number, won: number) => [...Array(lost).fill(true), ...Array(won).fill(false)]
const compared = (lost: number, won: number) =>
  compareIntents(judged(before(lost, won)), judged(before(lost, won).map((isRight) => !isRight)))

test.each([
  [63, 51, false],
  [51, 63, false],
  [69, 45, true],
  [4, 0, false],
  [0, 0, false],
  [5, 0, true],
])('%i lost and %i won is more than chance explains: %s', (lost, won, isWorse) => {
  expect(compared(lost, won)).toEqual({ rows: lost + won, rightBefore: lost, rightAfter: won, lost, won, isWorse })
})

test('what one of the two was not judged on counts for nothing', () => {
  const after = judged([false, true], ['key 0', 'new'])
  expect(compareIntents(judged([true, true]), after)).toMatchObject({ rows: 1, lost: 1, won: 0 })
})
