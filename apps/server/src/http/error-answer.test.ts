import { expect, test } from 'vitest'
import { asParleyError } from './error-answer'

const lost = (more: object = {}) => Object.assign(new Error('aborted'), { code: 'ECONNRESET', ...more })

test('a client that hangs up in the middle of its request is no database that is away', () => {
  // As Fastify throws it while it reads a body.
  expect(asParleyError(lost({ statusCode: 400 })).code).toBe('invalid_request')
  expect(asParleyError(lost()).code).toBe('database_unavailable')
})
