import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../store/migrate'
import { prepareCluster } from './bundled-postgres'
import type { DatabaseLog } from './database'
import { stopProcess } from './leftover-postgres'
import { defaultSettings, startPostmaster } from './postmaster'
import { isAlive, readPostmasterFile } from './postmaster-file'
import { maintenanceUrl, makeSocketDirectory } from './socket-directory'

const directoryPrefix = 'parley-test-postgres-'

/** The database that every test's own database is cloned from: migrated, empty. */
export const templateDatabase = 'parley_template'

/** Tests ask for speed and many connections, and lose nothing with a crash. */
const testSettings = {
  ...defaultSettings,
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
}

export interface TestPostgres {
  /** Connection string of the maintenance database, as a role that may create databases. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the one PostgreSQL of a test run and migrates the template database in it. With `givenUrl` that server is used
 * instead, and left running.
 * @throws DatabaseStartError
 */
export async function startTestPostgres(givenUrl = process.env.PARLEY_TEST_DATABASE_URL): Promise<TestPostgres> {
  const server = givenUrl ? { url: givenUrl, stop: async () => undefined } : await startOwn()
  try {
    await makeTemplate(server.url)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startOwn(): Promise<TestPostgres> {
  await removeAbandoned()
  const directory = await mkdtemp(path.join(tmpdir(), `${directoryPrefix}${process.pid}-`))
  // PostgreSQL's user, where it is not ours, must pass.
  await chmod(directory, 0o711)
  const cluster = await prepareCluster({ dataDirectory: directory, log: silentLog })
  const socketDirectory = await makeSocketDirectory(cluster.account)
  const postmaster = await startPostmaster(cluster, socketDirectory, testSettings)
  const stop = async () => {
    await postmaster.stop()
    for (const place of [cluster.directory, directory, socketDirectory])
      await rm(place, { recursive: true, force: true })
  }
  return { url: maintenanceUrl(socketDirectory), stop }
}

const silentLog: DatabaseLog = { info: () => undefined, warn: () => undefined, error: console.error }

/** A killed test run leaves its PostgreSQL behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(directoryPrefix)
      ? Number(name.slice(directoryPrefix.length).split('-')[0])
      : undefined
    if (owner === undefined || (await isAlive(owner))) continue
    const directory = path.join(tmpdir(), name)
    const file = await readPostmasterFile(path.join(directory, 'postgres'))
    if (file) await stopProcess(file.pid)
    if (file?.socketDirectory) await rm(file.socketDirectory, { recursive: true, force: true })
    await rm(directory, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  await withPool(url, async (pool) => {
    await pool.query(`drop database if exists ${templateDatabase} with (force)`)
    await pool.query(`create database ${templateDatabase} template template0 encoding 'UTF8'`)
  })
  // A database that somebody is connected to cannot be cloned: the pool ends before the first test begins.
  await withPool(databaseAt(url, templateDatabase), migrate)
}

async function withPool(url: string, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await work(pool)
  } finally {
    await pool.end()
  }
}

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, (_, server: string) => `${server}${database}`)
}
