import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'
import { isAlive } from './postmaster-file'

/** The advisory lock that says "a Parley server works on this database": "parl", "ey" in ASCII. */
export const serverLockKey = [0x7061_726c, 0x6579] as const

const namePrefix = 'parley-server'
const retryMs = 500
const pollMs = 20
/** How long the lock of a server that is no more is waited for. */
const farewellMs = 2_000

/** The lock, on a connection of its own: the session's end is the lock's end, however the process ends. */
export interface ServerLock {
  /** Resolves when the connection is gone, and with it the lock. */
  readonly lost: Promise<void>
  release(): Promise<void>
}

/**
 * Takes the lock, or says who has it.
 * @throws DatabaseStartError `already_running` with the holder's `pid` and `host`; connection errors as `pg` throws them.
 */
export async function takeServerLock(url: string): Promise<ServerLock> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `${namePrefix} ${process.pid} ${hostname()}`.slice(0, 63),
    keepAlive: true,
  })
  const lost = new Promise<void>((resolve) => client.once('end', resolve).on('error', () => resolve()))
  await client.connect()
  try {
    await lockOrThrow(client)
  } catch (error) {
    await client.end()
    throw error
  }
  return { lost, release: () => client.end() }
}

async function lockOrThrow(client: pg.Client): Promise<void> {
  const deadline = Date.now() + farewellMs
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as taken', [...serverLockKey])
    if (rows[0].taken) return
    const holder = await findHolder(client)
    if (!(await isGone(holder)) || Date.now() > deadline) throw new DatabaseStartError('already_running', { ...holder })
    await delay(pollMs)
  }
}

/** PostgreSQL notices the death of a killed server a moment later than we do: nobody holds the lock, or a dead process. */
async function isGone({ pid, host }: Holder): Promise<boolean> {
  return pid === '?' || (host === hostname() && !(await isAlive(Number(pid))))
}

interface Holder {
  readonly pid: string
  readonly host: string
}

async function findHolder(client: pg.Client): Promise<Holder> {
  const { rows } = await client.query<{ application_name: string | null }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and classid = $1 and objid = $2 and objsubid = 2
        and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [...serverLockKey],
  )
  const [prefix, pid, host] = rows[0]?.application_name?.split(' ') ?? []
  return prefix === namePrefix ? { pid: pid ?? '?', host: host ?? '?' } : { pid: '?', host: '?' }
}

export interface KeepServerLockOptions {
  readonly log: DatabaseLog
  /** Another server took the lock while our connection was away. */
  readonly onTaken: (error: DatabaseStartError) => void
}

/** Takes the lock as `takeServerLock` does, and takes it again whenever its connection is lost, until released. */
export async function keepServerLock(url: string, { log, onTaken }: KeepServerLockOptions): Promise<ServerLock> {
  const stopping = new AbortController()
  let lock = await takeServerLock(url)
  const keep = async () => {
    for (;;) {
      await lock.lost
      if (stopping.signal.aborted) return
      log.warn({}, 'the connection that holds the server lock was lost; taking it again')
      const again = await retakeServerLock(url, stopping.signal)
      if (again === undefined) return
      lock = again
    }
  }
  const lost = keep().catch((error: unknown) => {
    if (error instanceof DatabaseStartError) onTaken(error)
    else log.error({ err: error }, 'the server lock cannot be kept')
  })
  const release = async () => {
    stopping.abort()
    await lock.release()
    await lost
  }
  return { lost, release }
}

/** Undefined when released in the meantime. */
async function retakeServerLock(url: string, signal: AbortSignal): Promise<ServerLock | undefined> {
  while (!signal.aborted) {
    try {
      const lock = await takeServerLock(url)
      if (!signal.aborted) return lock
      await lock.release()
    } catch (error) {
      // Anything but "somebody else has it" means that the database is still away.
      if (error instanceof DatabaseStartError) throw error
      await delay(retryMs, undefined, { signal }).catch(() => undefined)
    }
  }
  return undefined
}
