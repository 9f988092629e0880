import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley } from '@parley/testkit'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../database'

let parley: TestParley
let pool: Pool
let workspaceId: string
let channelId: string

beforeAll(async () => {
  parley = await startTestParley()
  pool = createPool({ connectionString: parley.databaseUrl }, () => undefined)
  workspaceId = (await parley.owner.http.query('state', {})).workspace.id
  channelId = (await parley.createChannel('long')).id
})
afterAll(async () => {
  await pool.end()
  await parley[Symbol.asyncDispose]()
})

/** Commits messages over this connection, which keeps the plan that it made for the first ones. */
async function commit(client: PoolClient, count: number, threadId: string | null = null): Promise<string[]> {
  const each = <Value>(value: () => Value) => Array.from({ length: count }, value)
  const values = [
    ...[each(randomUUID), each(() => workspaceId), each(() => channelId), each(() => parley.owner.user.id)],
    ...[each(randomUUID), each(() => Buffer.from('hash')), each(() => threadId), each(() => false)],
    ...[each(() => 'text'), each(() => null), each(() => '{}'), each(() => false), each(() => '{}'), new Date()],
  ]
  const places = values.map((_, index) => `$${index + 1}`).join(',')
  const { rows } = await client.query({ name: 'commit', text: `select * from commit_messages(${places})`, values })
  return rows.map((row) => row.id)
}

/** How many rows of `messages` the work reads. */
async function countRowsRead(client: PoolClient, work: () => Promise<unknown>): Promise<number> {
  await client.query('begin')
  const before = await rowsRead(client)
  await work()
  const after = await rowsRead(client)
  await client.query('commit')
  return after - before
}

/** Since the statistics were last passed on; within a transaction they are not. */
async function rowsRead(client: PoolClient): Promise<number> {
  const { rows } = await client.query(
    `select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relname = 'messages'`,
  )
  return Number(rows[0]?.read ?? 0)
}

test('a message costs the same in a long channel as in an empty one, also when the plan was made for the empty one', async () => {
  const client = await pool.connect()
  try {
    const [root = ''] = await commit(client, 1)
    await commit(client, 1, root)
    for (let batch = 0; batch < 10; batch += 1) await commit(client, 200)
    expect(await countRowsRead(client, () => client.query('select count(*) from messages'))).toBeGreaterThan(2_000)
    expect(await countRowsRead(client, () => commit(client, 1))).toBeLessThan(5)
    expect(await countRowsRead(client, () => commit(client, 1, root))).toBeLessThan(15)
  } finally {
    client.release()
  }
})
