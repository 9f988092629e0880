import { expect, test } from 'vitest'
import { asDatabaseError } from './database-errors'

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

test.each([
  ['EPIPE', 'database_unavailable'],
  ['ECONNRESET', 'database_unavailable'],
  ['57P01', 'database_unavailable'],
  ['08006', 'database_unavailable'],
  ['53100', 'storage_full'],
  ['23505', undefined],
])('%s is told as %s', (code, expected) => {
  expect(asDatabaseError(failure(code))?.code).toBe(expected)
})
