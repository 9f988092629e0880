import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'esbuild'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isRoot } from './account'
import type { Database, DatabaseExit } from './database'
import { DatabaseStartError } from './database-start-error'
import { type OpenDatabaseOptions, openDatabase } from './open-database'
import { isAlive, readPostmasterFile } from './postmaster-file'

// Several starts a test, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const cleanUps: (() => Promise<unknown>)[] = []
let directory: string
let systemDirectory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(await findFastPlace(), 'parley-database-'))
  await chmod(directory, 0o755)
  systemDirectory = path.join(directory, 'system')
  cleanUps.push(() => rm(directory, { recursive: true, force: true }))
})

/** Memory where there is enough: most of the time goes into making sure that a new cluster is on the disk. */
async function findFastPlace(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory && memory.bavail * memory.bsize > 2e9 ? '/dev/shm' : tmpdir()
}

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function open(options: Partial<OpenDatabaseOptions> = {}): Promise<Database> {
  const database = await openDatabase({
    dataDirectory: path.join(directory, 'data'),
    log: silent,
    systemDirectory,
    ...options,
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= database.stop())
  cleanUps.push(stop)
  return { ...database, stop }
}

async function query<Row extends pg.QueryResultRow>(database: Pick<Database, 'url'>, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const remember = (database: Database, word: string) =>
  query(database, `create table memory (word text); insert into memory values ('${word}')`)

const recall = async (database: Pick<Database, 'url'>): Promise<string | undefined> =>
  (await query<{ word: string }>(database, 'select word from memory'))[0]?.word

async function eventually<T>(attempt: () => Promise<T>, everyMs = 50): Promise<T> {
  for (const deadline = Date.now() + 10_000; ; await delay(everyMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}

async function postmasterPid(dataDirectory = path.join(directory, 'data')): Promise<number> {
  const file = await readPostmasterFile(path.join(dataDirectory, 'postgres'))
  if (file === undefined) throw new Error('PostgreSQL does not run')
  return file.pid
}

describe('the bundled PostgreSQL', () => {
  it('keeps what was written over a stop and a start', async () => {
    const first = await open()
    await remember(first, '记忆')
    await first.stop()
    expect(await recall(await open())).toBe('记忆')
  })

  it('stores UTF-8 and knows case outside ASCII', async () => {
    const [row] = await query(
      await open(),
      "select lower('ÄΩ') as lower, current_setting('server_encoding') as encoding",
    )
    expect(row).toEqual({ lower: 'äω', encoding: 'UTF8' })
  })

  it('listens on no TCP port, and lets nobody else into the directory of its socket', async () => {
    const database = await open()
    const [row] = await query(database, "select current_setting('listen_addresses') as addresses")
    expect(row).toEqual({ addresses: '' })
    const socketDirectory = new URL(database.url).searchParams.get('host') ?? ''
    expect((await stat(socketDirectory)).mode & 0o777).toBe(0o700)
  })

  it('leaves neither process, socket nor pid file behind when it is stopped', async () => {
    const database = await open()
    const pid = await postmasterPid()
    expect(await readFile(path.join(directory, 'data/server.pid'), 'utf8')).toBe(`${process.pid}\n`)
    await database.stop()
    expect(await isAlive(pid)).toBe(false)
    await expect(lstat(new URL(database.url).searchParams.get('host') ?? '')).rejects.toThrow('ENOENT')
    await expect(lstat(path.join(directory, 'data/server.pid'))).rejects.toThrow('ENOENT')
  })

  it('refuses a second start on the same directory and says who has it', async () => {
    const first = await open()
    await expect(open()).rejects.toMatchObject({ code: 'already_running', parameters: { pid: String(process.pid) } })
    await remember(first, 'unharmed')
    expect(await recall(first)).toBe('unharmed')
  })

  const outcome = () =>
    open().then(
      () => 'through',
      (error: unknown) => (error instanceof DatabaseStartError ? error.code : error),
    )

  it('lets exactly one of two simultaneous starts through', async () => {
    expect((await Promise.all([outcome(), outcome()])).sort()).toEqual(['already_running', 'through'])
  })

  it('leaves a database alone that another start has begun and not yet locked', async () => {
    await (await open()).stop()
    const first = outcome()
    const started = await eventually(() => postmasterPid(), 1)
    expect(await outcome()).toBe('already_running')
    expect(await first).toBe('through')
    expect(await postmasterPid()).toBe(started)
  })

  it('starts again at the same address when its process is killed, and reports it', async () => {
    const database = await open()
    const exits: DatabaseExit[] = []
    database.onExit((exit) => exits.push(exit))
    await remember(database, 'still here')
    process.kill(await postmasterPid(), 'SIGKILL')
    expect(await eventually(() => recall(database))).toBe('still here')
    expect(exits[0]).toMatchObject({ reason: 'crashed', restartInMs: 100 })
    // The lock came back as well: a second server is still refused.
    await eventually(() => expect(open()).rejects.toMatchObject({ code: 'already_running' }))
  })

  it('works below a long path', async () => {
    const dataDirectory = path.join(
      directory,
      ...Array.from({ length: 6 }, () => 'a-rather-long-name-of-a-folder-数据'),
    )
    expect(Buffer.byteLength(dataDirectory)).toBeGreaterThan(107)
    const database = await open({ dataDirectory })
    await remember(database, 'deep')
    expect(await recall(database)).toBe('deep')
  })

  it('starts anew when an earlier first start was interrupted, and clears its remains', async () => {
    const remains = path.join(directory, 'data/postgres.new-abcdef')
    await mkdir(remains, { recursive: true })
    await writeFile(path.join(remains, 'PG_VERSION'), '18')
    await utimes(remains, 0, 0)
    await remember(await open(), 'whole')
    await expect(lstat(remains)).rejects.toThrow('ENOENT')
  })

  it('refuses data of another version', async () => {
    await mkdir(path.join(directory, 'data/postgres'), { recursive: true })
    await writeFile(path.join(directory, 'data/postgres/PG_VERSION'), '15\n')
    await expect(open()).rejects.toMatchObject({ code: 'data_version_mismatch', parameters: { found: '15' } })
  })

  it('refuses a data directory that is a file', async () => {
    await writeFile(path.join(directory, 'data'), '')
    await expect(open()).rejects.toMatchObject({ code: 'data_directory_not_writable' })
  })
})

/** A program that opens the database, says where, and stays. */
async function bundleOwner(): Promise<string> {
  const program = path.join(directory, 'owner.cjs')
  await build({
    stdin: {
      contents: `
        import { openDatabase } from './open-database'
        const log = { info() {}, warn() {}, error() {} }
        const [dataDirectory, systemDirectory] = process.argv.slice(2)
        openDatabase({ dataDirectory, systemDirectory, log }).then(
          (database) => {
            console.log(database.url)
            process.once('SIGTERM', () => database.stop().then(() => process.exit(0)))
            setInterval(() => {}, 1e6)
          },
          (error) => { console.log('refused ' + (error.code ?? error.message)); process.exit(1) },
        )`,
      resolveDir: import.meta.dirname,
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // The program lies outside the repository: the package of the binaries is found from there.
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  })
  return program
}

interface Owner {
  readonly child: ChildProcess
  /** What it said first: the database's URL, or "refused" and why. */
  readonly answer: string
}

async function startOwner(
  account: { uid?: number; gid?: number } = {},
  dataDirectory = path.join(directory, 'data'),
): Promise<Owner> {
  const child = spawn(process.execPath, [await bundleOwner(), dataDirectory, systemDirectory], {
    cwd: '/',
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  })
  cleanUps.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  })
  const [answer] = await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
  return { child, answer: String(answer).trim() }
}

describe('after kill -9 of Parley', () => {
  it('the database left behind is stopped, never adopted, and everything is still there', async () => {
    const { child, answer } = await startOwner()
    await query({ url: answer }, "create table memory (word text); insert into memory values ('survived')")
    const orphan = await postmasterPid()
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await isAlive(orphan)).toBe(true)
    const database = await open()
    expect(await postmasterPid()).not.toBe(orphan)
    expect(await isAlive(orphan)).toBe(false)
    expect(await recall(database)).toBe('survived')
  })

  it('is not mistaken for it while the other process lives', async () => {
    const { child } = await startOwner()
    await expect(open()).rejects.toMatchObject({ code: 'already_running', parameters: { pid: String(child.pid) } })
  })

  it('a pid file whose number now belongs to another program hinders nobody', async () => {
    await (await open()).stop()
    const file = path.join(directory, 'data/postgres/postmaster.pid')
    await writeFile(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n/nowhere\n\n`)
    await (await open()).stop()
  })
})

/** An ordinary account that every Unix has: initdb wants one with a name. */
const daemon = { uid: 1, gid: 1 }

describe.runIf(isRoot())('started as root', () => {
  it('runs PostgreSQL as another user', async () => {
    await open()
    expect((await stat(path.join(directory, 'data/postgres'))).uid).toBe(65_534)
  })

  it('keeps the data elsewhere when that user cannot reach the data directory, and finds them again', async () => {
    await chmod(directory, 0o700)
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'parley-system-'))
    await chmod(elsewhere, 0o755)
    cleanUps.push(() => rm(elsewhere, { recursive: true, force: true }))
    const first = await open({ systemDirectory: elsewhere })
    await remember(first, 'moved out')
    await first.stop()
    expect((await lstat(path.join(directory, 'data/postgres'))).isSymbolicLink()).toBe(true)
    expect(await recall(await open({ systemDirectory: elsewhere }))).toBe('moved out')
  })

  it('moves data that became unreachable', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'parley-system-'))
    await chmod(elsewhere, 0o755)
    cleanUps.push(() => rm(elsewhere, { recursive: true, force: true }))
    const first = await open()
    await remember(first, 'carried')
    await first.stop()
    await chmod(directory, 0o700)
    expect(await recall(await open({ systemDirectory: elsewhere }))).toBe('carried')
  })

  it('leaves the data of an ordinary user to that user', async () => {
    const account = daemon
    await mkdir(path.join(directory, 'data'))
    await chown(path.join(directory, 'data'), account.uid, account.gid)
    const { child, answer } = await startOwner(account)
    expect(answer).toMatch(/^postgresql:/)
    await query({ url: answer }, "create table memory (word text); insert into memory values ('mine')")
    child.kill('SIGTERM')
    await once(child, 'close')
    await rm(path.join(directory, 'data/postgres.log'))
    const database = await open()
    expect(await recall(database)).toBe('mine')
    await database.stop()
    expect((await startOwner(account)).answer).toMatch(/^postgresql:/)
  })

  it('tells an ordinary user that the data are not theirs', async () => {
    await (await open()).stop()
    expect((await startOwner(daemon)).answer).toBe('refused data_directory_not_owned')
  })
})
