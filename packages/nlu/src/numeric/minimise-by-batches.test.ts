import { expect, test } from 'vitest'
import type { Objective } from './lbfgs'
import { minimiseByBatches } from './minimise-by-batches'

/** (x − centre)², each number for itself. */
const bowl =
  (centre: readonly number[]): Objective =>
  async (parameters, gradient) => {
    centre.forEach((value, at) => {
      gradient[at] = 2 * ((parameters[at] as number) - value)
    })
    return 0
  }

test('the least of a sum of functions is found by going down one after the other', async () => {
  const objectives = [bowl([1, -2]), bowl([3, 0]), bowl([2, -4])]
  const found = await minimiseByBatches({ start: new Float32Array(2), objectives, epochs: 200, rate: 0.1 })
  expect(found[0]).toBeCloseTo(2, 1)
  expect(found[1]).toBeCloseTo(-2, 1)
})

test('the start is left as it is, and the same batches give the same result', async () => {
  const start = Float32Array.of(5, 5)
  const run = () => minimiseByBatches({ start, objectives: [bowl([0, 0]), bowl([1, 1])], epochs: 10, rate: 0.1 })
  expect(await run()).toEqual(await run())
  expect([...start]).toEqual([5, 5])
})
