import { expect, test } from 'vitest'
import { fuzz } from './fuzz'
import { fuzzSeed } from './seeded-random'

const ACTIONS = 600

test('clients that lose their connections at random end with what the database holds', {
  timeout: 60_000,
}, async () => {
  await expect(fuzz(fuzzSeed(), ACTIONS)).resolves.toBeUndefined()
})
