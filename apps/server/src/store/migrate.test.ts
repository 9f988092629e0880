import { createTestDatabase } from '@parley/testkit'
import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPool } from './database'
import { migrate } from './migrate'

let pool: Pool
let drop: () => Promise<void>

beforeEach(async () => {
  const database = await createTestDatabase()
  pool = createPool({ connectionString: database.url }, () => undefined)
  drop = async () => {
    await pool.end()
    await database.drop()
  }
  await pool.query('drop schema public cascade; create schema public')
})
afterEach(() => drop())

async function readSchema(): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
     where table_schema = 'public' order by table_name, column_name`,
  )
  return rows
}
const readApplied = async () => (await pool.query('select name, applied_at from migrations order by name')).rows

describe('migrations', () => {
  test('make the schema in an empty database, and every table names its workspace', async () => {
    expect(await readSchema()).toEqual([])
    await migrate(pool)
    const { rows } = await pool.query(
      `select table_name from information_schema.tables t where table_schema = 'public'
       and table_name not in ('migrations', 'workspaces') and not exists (select 1 from information_schema.columns c
         where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'workspace_id')`,
    )
    expect(rows).toEqual([])
    expect((await readSchema()).length).toBeGreaterThan(100)
  })

  test('run once: a second run changes nothing', async () => {
    await migrate(pool)
    const [schema, applied] = [await readSchema(), await readApplied()]
    await migrate(pool)
    expect(await readSchema()).toEqual(schema)
    expect(await readApplied()).toEqual(applied)
  })

  test('run once when several nodes start at the same moment', async () => {
    await Promise.all([migrate(pool), migrate(pool), migrate(pool)])
    expect((await readApplied()).length).toBeGreaterThan(0)
  })

  test('leave nothing behind when one of them fails', async () => {
    await pool.query('create table tasks (id integer)')
    await expect(migrate(pool)).rejects.toThrow('already exists')
    expect(new Set((await readSchema()).map((row) => (row as { table_name: string }).table_name))).toEqual(
      new Set(['tasks']),
    )
  })
})
