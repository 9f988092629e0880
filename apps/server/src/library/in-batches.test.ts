import { expect, it } from 'vitest'
import { inBatches } from './in-batches'

const sized = (...sizes: number[]) => sizes.map((size, at) => ({ id: String(at), size }))

it('reads many small documents together, two hundred at most', () => {
  const batches = inBatches(sized(...Array<number>(450).fill(100)))
  expect(batches.map(({ length }) => length)).toEqual([200, 200, 50])
  expect(batches.flat()).toEqual(sized(...Array<number>(450)).map(({ id }) => id))
})

it('reads no more than four megabytes at once, and what is larger alone', () => {
  expect(inBatches(sized(3e6, 1e6, 1, 9e6, 1, 2))).toEqual([['0', '1'], ['2'], ['3'], ['4', '5']])
})

it('has nothing to read where there is nothing', () => {
  expect(inBatches([])).toEqual([])
})
