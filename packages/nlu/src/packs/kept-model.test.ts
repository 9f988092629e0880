import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isKept, openKept, openTrained, type Trainable } from './kept-model'

interface Counted {
  readonly weights: Float32Array
  readonly columns: ReadonlyMap<string, number>
}

const product = createMatrixProduct()
let directory = ''
let trained = 0
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-kept-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

const model: Counted = { weights: new Float32Array([0.5, -1, 3]), columns: new Map([['a', 0]]) }
const trainable = (material: string, task: Trainable<Counted>['task'] = 'names'): Trainable<Counted> => ({
  name: 'counted',
  task,
  material: [material],
  train: async () => {
    trained += 1
    return model
  },
})
const options = () => ({ directory, encoder: null, product })

test('a model is trained once, and comes back with its numbers and tables', async () => {
  expect(await isKept(trainable('one'), options())).toBe(false)
  await openTrained(trainable('one'), options())
  expect(await openTrained(trainable('one'), options())).toEqual(model)
  expect(trained).toBe(1)
})

test('of other material, or for another encoder, it is another model', async () => {
  await openTrained(trainable('two'), options())
  expect(await openKept(trainable('three'), options())).toBeNull()
  expect(await openKept(trainable('two'), { ...options(), encoder: { id: 'other' } })).toBeNull()
})

test('a model of one task is not taken for one of another', async () => {
  await openTrained(trainable('four', 'names'), options())
  expect(await openKept(trainable('four', 'tones'), options())).toBeNull()
})
