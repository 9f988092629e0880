import { expect, test } from 'vitest'
import { fuzz } from './fuzz'
import { fuzzSeed } from './seeded-random'

const ACTIONS = 2_000

test('the same for longer', { timeout: 180_000 }, async () => {
  await expect(fuzz(fuzzSeed(), ACTIONS)).resolves.toBeUndefined()
})
