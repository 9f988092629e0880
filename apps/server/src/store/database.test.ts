import { createTestDatabase, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { createPool } from './database'
import { asDatabaseError } from './database-errors'

test('a connection that breaks between two queries of a transaction ends nothing but that transaction', async () => {
  const database = await createTestDatabase()
  const pool = createPool({ connectionString: database.url, max: 2 }, () => undefined)
  try {
    const client = await pool.connect()
    let broken = 0
    client.on('error', () => {
      broken += 1
    })
    await client.query('begin')
    // Only the listener of `createPool` is left, as when Kysely holds the client.
    const listeners = client.listenerCount('error')
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await until(() => broken > 0, 'the connection is broken')
    expect(listeners).toBe(2)
    const failure = await client.query('select 1').catch((error: unknown) => error)
    expect(asDatabaseError(failure)).toMatchObject({ code: 'database_unavailable' })
    client.release(true)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  } finally {
    await pool.end()
    await database.drop()
  }
})
