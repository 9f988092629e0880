import { ParleyError } from '@parley/protocol'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createDatabase, type Database } from '../store/database'
import { TransferFiles } from './transfer-files'
import { TransferRunner, type TransferWork } from './transfer-runner'

let parley: TestParley
let pool: Pool
let rows: Database
let errors: unknown[] = []

beforeAll(async () => {
  parley = await startTestParley()
  pool = new Pool({ connectionString: parley.databaseUrl })
  rows = createDatabase(pool)
})
afterAll(async () => {
  await pool.end()
  await parley[Symbol.asyncDispose]()
})
beforeEach(async () => {
  errors = []
  await rows.deleteFrom('transfers').execute()
})

const createRunner = (work: (one: TransferWork) => Promise<object>, files = new TransferFiles(parley.dataDirectory)) =>
  new TransferRunner({
    ...{ store: { rows, now: () => new Date() }, files, work, retryMs: 20 },
    onError: (error) => errors.push(error),
  })

async function add(): Promise<void> {
  const { workspace, me } = await parley.owner.http.query('state', {})
  const input = JSON.stringify({ kind: 'export', scope: 'workspace', id: null })
  const asked = { kind: 'export' as const, status: 'waiting' as const, input, created_at: new Date() }
  const ids = { id: crypto.randomUUID(), workspace_id: workspace.id, started_by: me.id }
  await rows
    .insertInto('transfers')
    .values({ ...ids, ...asked })
    .execute()
}

const read = () => rows.selectFrom('transfers').select(['status', 'failure']).executeTakeFirstOrThrow()

it('tells whoever asked that the disk is full, and does not fill it again and again', async () => {
  let attempts = 0
  const runner = createRunner(async () => {
    attempts += 1
    throw new ParleyError('storage_full')
  })
  await add()
  runner.wake()
  await until(async () => (await read()).status === 'failed' || attempts > 3, 'it is over')
  await runner.stop()
  expect(attempts).toBe(1)
  expect((await read()).failure).toMatchObject({ code: 'storage_full' })
})

it('tells once what stays wrong, and tries it more and more seldom', async () => {
  const looksAtMs: number[] = []
  class FilesAway extends TransferFiles {
    override async removeOld(): Promise<void> {
      looksAtMs.push(performance.now())
      if (looksAtMs.length <= 4) throw new Error('the directory cannot be read')
      if (looksAtMs.length === 5) throw new Error('it is no directory')
    }
  }
  const runner = createRunner(async () => ({}), new FilesAway(parley.dataDirectory))
  await add()
  runner.wake()
  await until(async () => (await read()).status === 'done', 'it is done after all')
  await runner.stop()
  expect(errors.map(String)).toEqual(['Error: the directory cannot be read', 'Error: it is no directory'])
  const pausesMs = looksAtMs.slice(1).map((atMs, index) => atMs - (looksAtMs[index] ?? 0))
  for (const [index, leastMs] of [20, 40, 80, 160].entries()) expect(pausesMs[index]).toBeGreaterThan(leastMs - 2)
})

it('goes on by itself once the database can be asked again', async () => {
  const rename = (from: string, to: string) =>
    sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(rows)
  let attempts = 0
  const runner = createRunner(async () => {
    attempts += 1
    if (attempts > 1) return {}
    await rename('transfers', 'transfers_away')
    throw new ParleyError('database_unavailable')
  })
  await add()
  runner.wake()
  await until(() => errors.length > 0, 'the list cannot be read')
  await rename('transfers_away', 'transfers')
  await until(async () => (await read()).status === 'done', 'it is done after all')
  await runner.stop()
  expect(attempts).toBe(2)
})
