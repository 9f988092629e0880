import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import type { Database } from './database'
import { openExternalPostgres } from './external-postgres'
import { openDatabase } from './open-database'
import { serverLockKey } from './server-lock'
import { databaseAt } from './test-postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const opened: Database[] = []
const made: string[] = []
let admin: pg.Client

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
})

afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop()
})

afterAll(async () => {
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
})

async function makeDatabase(encoding = 'UTF8'): Promise<string> {
  const name = `external_${randomUUID().replaceAll('-', '')}`
  await admin.query(
    `create database ${name} template template0 encoding '${encoding}' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  )
  made.push(name)
  return databaseAt(inject('postgresUrl'), name)
}

async function open(databaseUrl: string): Promise<Database> {
  const database = await openExternalPostgres({ databaseUrl, log: silent, patienceMs: 0 })
  opened.push(database)
  return database
}

it('uses the given server at its own address', async () => {
  const url = await makeDatabase()
  expect(await open(url)).toMatchObject({ url, isBundled: false })
})

it('refuses a database that is not UTF8, with the command that makes one', async () => {
  await expect(open(await makeDatabase('SQL_ASCII'))).rejects.toMatchObject({
    code: 'database_not_utf8',
    parameters: { encoding: 'SQL_ASCII', command: expect.stringContaining('createdb') },
  })
})

it('refuses a database that another server uses, until that one lets go', async () => {
  const url = await makeDatabase()
  const first = await open(url)
  await expect(open(url)).rejects.toMatchObject({ code: 'already_running', parameters: { pid: String(process.pid) } })
  await first.stop()
  await open(url)
})

it('says so when there is no such database', async () => {
  await expect(open(databaseAt(inject('postgresUrl'), 'nowhere'))).rejects.toMatchObject({
    code: 'database_unreachable',
  })
})

it('says so when nothing listens', async () => {
  await expect(open('postgresql://parley@127.0.0.1:1/parley')).rejects.toMatchObject({ code: 'database_unreachable' })
})

it('takes the lock again when its connection is cut', async () => {
  const url = await makeDatabase()
  await open(url)
  const before = await lockHolder(url)
  expect(before).toBeDefined()
  await admin.query('select pg_terminate_backend($1)', [before])
  await expect.poll(() => lockHolder(url), { timeout: 10_000 }).toSatisfy((pid) => pid !== undefined && pid !== before)
})

it('reports that another server took the database while the connection was away', async () => {
  const url = await makeDatabase()
  const database = await open(url)
  const taken = new Promise((resolve) => database.onExit(resolve))
  const thief = new pg.Client({ connectionString: url })
  await thief.connect()
  // The thief already waits for the lock when the connection is cut, so it cannot come second.
  const stolen = thief.query('select pg_advisory_lock($1, $2)', [...serverLockKey])
  await admin.query('select pg_terminate_backend($1)', [await lockHolder(url)])
  await stolen
  expect(await taken).toMatchObject({ reason: 'taken_over' })
  await thief.end()
})

async function lockHolder(url: string): Promise<number | undefined> {
  const { rows } = await admin.query<{ pid: number }>(
    `select l.pid from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and d.datname = $2`,
    [serverLockKey[0], /\/([^/?]+)(\?|$)/.exec(url)?.[1]],
  )
  return rows[0]?.pid
}

it('writes the number of its process into the data directory and takes it away at the end', async () => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-data-'))
  const database = await openDatabase({ dataDirectory, databaseUrl: await makeDatabase(), log: silent })
  const pidFile = path.join(dataDirectory, 'server.pid')
  expect(await readFile(pidFile, 'utf8')).toBe(`${process.pid}\n`)
  await database.stop()
  await expect(readFile(pidFile)).rejects.toThrow('ENOENT')
  await rm(dataDirectory, { recursive: true })
})
