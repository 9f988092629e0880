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

/** How many rows of a table the work reads. */
async function countRowsRead(client: PoolClient, work: () => Promise<unknown>, table = 'messages'): Promise<number> {
  await client.query('begin')
  const before = await rowsRead(client, table)
  await work()
  const after = await rowsRead(client, table)
  await client.query('commit')
  return after - before
}

/** Since the statistics were last passed on; within a transaction they are not. */
async function rowsRead(client: PoolClient, table: string): Promise<number> {
  const { rows } = await client.query(
    `select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relname = $1`,
    [table],
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

/** Members who were never more than rows: signing a thousand in would take minutes. */
async function addMembers(client: PoolClient, count: number): Promise<void> {
  await client.query(
    `with people as (
       insert into users (id, workspace_id, name, role, kind, language, time_zone)
       select gen_random_uuid(), $1, 'Member ' || n, 'member', 'person', 'en', 'UTC' from generate_series(1, $3) n
       returning id
     )
     insert into memberships (channel_id, user_id, workspace_id) select $2, id, $1 from people`,
    [workspaceId, channelId, count],
  )
}

test('a message costs the same in a channel of a thousand members as in one of one', async () => {
  const client = await pool.connect()
  try {
    await commit(client, 1)
    const before = await countRowsRead(client, () => commit(client, 1), 'memberships')
    await addMembers(client, 1_000)
    const all = 'select count(*) from memberships where joined_at is not null'
    expect(await countRowsRead(client, () => client.query(all), 'memberships')).toBeGreaterThan(1_000)
    expect(await countRowsRead(client, () => commit(client, 1), 'memberships')).toBe(before)
  } finally {
    client.release()
  }
})
