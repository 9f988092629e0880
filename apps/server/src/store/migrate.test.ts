import { readdir, readFile } from 'node:fs/promises'
import { createTestDatabase } from '@parley/testkit'
import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPool } from './database'
import { migrate, migrateTo } from './migrate'

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
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A database as the first version left it. */
async function makeFirstSchema(pool: Pool): Promise<void> {
  await pool.query(await readFile(new URL('./migrations/0001-foundation.sql', import.meta.url), 'utf8'))
  await pool.query('create table migrations (name text primary key, applied_at timestamptz not null default now())')
  await pool.query(`insert into migrations (name) values ('0001-foundation')`)
}

/** Two people, a message of the first, and an answer of the second in its thread. */
const FIRST_CONVERSATION = `
  insert into workspaces (id, name) values ('${id(1)}', 'W');
  insert into users (id, workspace_id, name, role, kind, language, time_zone) values
    ('${id(2)}', '${id(1)}', 'Ann', 'member', 'person', 'en', 'UTC'),
    ('${id(3)}', '${id(1)}', '王伟', 'member', 'person', 'zh', 'UTC');
  insert into streams (id, workspace_id, kind, last_seq) values ('${id(4)}', '${id(1)}', 'channel', 2);
  insert into channels (id, workspace_id, name, kind, last_message_number) values ('${id(4)}', '${id(1)}', 'c', 'public', 2);
  insert into messages (id, workspace_id, channel_id, seq, message_number, thread_id, reply_number, reply_count,
                        author_id, client_message_id, payload_hash, text, created_at) values
    ('${id(10)}', '${id(1)}', '${id(4)}', 1, 1, null, null, 1, '${id(2)}', 'a', 'a', 'who?', now()),
    ('${id(11)}', '${id(1)}', '${id(4)}', 2, 2, '${id(10)}', 1, 0, '${id(3)}', 'b', 'b', 'me', now());
`

/** A workspace at rest with an open and a closed account, each with a bot, and a bot of the latter that was removed. */
const BOTS = `
  insert into workspaces (id, name) values ('${id(1)}', 'W');
  insert into streams (id, workspace_id, kind, last_seq) values ('${id(1)}', '${id(1)}', 'workspace', 7);
  insert into users (id, workspace_id, name, role, kind, language, time_zone, is_active) values
    ('${id(2)}', '${id(1)}', 'Here', 'member', 'person', 'en', 'UTC', true),
    ('${id(3)}', '${id(1)}', 'Gone', 'member', 'person', 'en', 'UTC', false),
    ('${id(4)}', '${id(1)}', 'bot of Here', 'member', 'bot', 'en', 'UTC', true),
    ('${id(5)}', '${id(1)}', 'bot of Gone', 'member', 'bot', 'en', 'UTC', true),
    ('${id(6)}', '${id(1)}', 'removed', 'member', 'bot', 'en', 'UTC', false);
  insert into bots (user_id, workspace_id, owner_id) values
    ('${id(4)}', '${id(1)}', '${id(2)}'), ('${id(5)}', '${id(1)}', '${id(3)}'), ('${id(6)}', '${id(1)}', '${id(3)}');
  insert into access_tokens (id, workspace_id, user_id, name, hint, token_hash, scopes, created_by) values
    ('${id(7)}', '${id(1)}', '${id(4)}', 'a', 'a', 'a', '{}', '${id(2)}'),
    ('${id(8)}', '${id(1)}', '${id(5)}', 'b', 'b', 'b', '{}', '${id(3)}');
`

const namesOfMigrations = async () =>
  (await readdir(new URL('./migrations', import.meta.url))).map((file) => file.replace('.sql', '')).sort()

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

  test('bring the first schema with what people said in it to this one: threads have authors, followers and times', async () => {
    await makeFirstSchema(pool)
    await pool.query(FIRST_CONVERSATION)
    await migrate(pool)
    const replies = await pool.query('select reply_number, thread_author_id from messages where thread_id is not null')
    expect(replies.rows).toEqual([{ reply_number: 1, thread_author_id: id(2) }])
    const roots = await pool.query(
      'select reply_count, last_reply_at is not null as has_time from messages where id = $1',
      [id(10)],
    )
    expect(roots.rows).toEqual([{ reply_count: 1, has_time: true }])
    const follows = await pool.query('select user_id, read_number from thread_follows order by user_id')
    expect(follows.rows).toEqual([
      { user_id: id(2), read_number: 1 },
      { user_id: id(3), read_number: 1 },
    ])
  })

  test('let the bots rest whose owner’s account was closed before, and say so', async () => {
    const client = await pool.connect()
    await migrateTo(
      client,
      (await namesOfMigrations()).filter((name) => name < '0017'),
    ).finally(() => client.release())
    await pool.query(BOTS)
    await migrate(pool)
    const bots = await pool.query(
      'select user_id, is_resting, is_active from bots join users on users.id = user_id order by user_id',
    )
    expect(bots.rows).toEqual([
      { user_id: id(4), is_resting: false, is_active: true },
      { user_id: id(5), is_resting: true, is_active: false },
      { user_id: id(6), is_resting: false, is_active: false },
    ])
    expect((await pool.query('select id from access_tokens')).rows).toEqual([{ id: id(7) }])
    const events = await pool.query('select seq, type, subject_id from events')
    expect(events.rows).toEqual([{ seq: 8, type: 'user-saved', subject_id: id(5) }])
    expect((await pool.query('select last_seq from streams')).rows).toEqual([{ last_seq: 8 }])
  })

  test('let the bots rest whose owner was suspended before, and not those of one whose suspension is over', async () => {
    const client = await pool.connect()
    await migrateTo(
      client,
      (await namesOfMigrations()).filter((name) => name < '0029'),
    ).finally(() => client.release())
    await pool.query(BOTS)
    await pool.query(
      `update users set is_active = true, suspended_until = now() + interval '1 hour' where id = '${id(3)}'`,
    )
    await pool.query(`update users set suspended_until = now() - interval '1 hour' where id = '${id(2)}'`)
    await migrate(pool)
    const bots = await pool.query(
      'select user_id, is_resting, is_active from bots join users on users.id = user_id order by user_id',
    )
    expect(bots.rows).toEqual([
      { user_id: id(4), is_resting: false, is_active: true },
      { user_id: id(5), is_resting: true, is_active: false },
      { user_id: id(6), is_resting: false, is_active: false },
    ])
    const events = await pool.query('select seq, type, subject_id from events')
    expect(events.rows).toEqual([{ seq: 8, type: 'user-saved', subject_id: id(5) }])
    expect((await pool.query('select last_seq from streams')).rows).toEqual([{ last_seq: 8 }])
  })

  test('leave nothing behind when one of them fails', async () => {
    await pool.query('create table tasks (id integer)')
    await expect(migrate(pool)).rejects.toThrow('already exists')
    expect(new Set((await readSchema()).map((row) => (row as { table_name: string }).table_name))).toEqual(
      new Set(['tasks']),
    )
  })
})

test('every migration of the folder is run, in the order of their numbers', async () => {
  await migrate(pool)
  const { rows } = await pool.query<{ name: string }>('select name from migrations order by name')
  expect(rows.map(({ name }) => name)).toEqual(await namesOfMigrations())
})
