import { ParleyError } from '@parley/protocol'
import { expect, it } from 'vitest'
import { createErrorListener } from './create-error-listener'

/** What a log at the usual level writes for these. */
function written(errors: readonly unknown[]): readonly string[] {
  const lines: string[] = []
  const log = { debug: () => undefined, error: (_: unknown, words: string) => lines.push(words) }
  const hear = createErrorListener(log as never)
  for (const error of errors) hear(error)
  return lines
}

it('says nothing of work that waits for the database, and everything of what went wrong', () => {
  const refused = Object.assign(new Error('connect ENOENT'), { code: 'ENOENT' })
  const starting = Object.assign(new Error('the database system is starting up'), { code: '57P03' })
  expect(written([refused, starting, new ParleyError('database_unavailable')])).toEqual([])
  expect(written([new Error('a fault'), new ParleyError('storage_full')])).toHaveLength(2)
})
