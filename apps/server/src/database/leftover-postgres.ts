import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'
import {
  isAlive,
  isAnotherProgram,
  type PostmasterFile,
  postmasterFilePath,
  readPostmasterFile,
} from './postmaster-file'
import { type ServerLock, takeServerLock } from './server-lock'
import { maintenanceUrl } from './socket-directory'

const gentleMs = 10_000
const immediateMs = 8_000
const answerMs = 30_000
const pollMs = 50
/** How long a database that was started just now is left to whoever started it: it listens and is locked by then. */
const settlingMs = 3_000

/**
 * Ends a PostgreSQL that a killed Parley left behind on this cluster, and never adopts it: its memory and its settings
 * are not known. Whoever holds the server lock is alive; a free lock means that nobody is.
 * @throws DatabaseStartError `already_running`, `bundled_database_stuck`
 */
export async function clearLeftover(clusterDirectory: string, log: DatabaseLog): Promise<void> {
  const file = await readPostmasterFile(clusterDirectory)
  // PostgreSQL removes a stale file itself, unless its number was given to another program meanwhile.
  if (file === undefined || !(await isAlive(file.pid))) return
  if (await isAnotherProgram(file.pid)) return rm(postmasterFilePath(clusterDirectory), { force: true })
  const lock = await takeLockOf(clusterDirectory, file)
  log.warn({ pid: file.pid }, 'a database that a killed Parley left behind is stopped')
  await stopProcess(file.pid)
  await lock?.release().catch(() => undefined)
  if (file.socketDirectory !== '') await rm(file.socketDirectory, { recursive: true, force: true })
}

/** Undefined when the database has ended by itself or lost its socket: then nobody can be working with it. */
async function takeLockOf(clusterDirectory: string, file: PostmasterFile): Promise<ServerLock | undefined> {
  await untilSettled(file)
  const deadline = Date.now() + answerMs
  while (await isAlive(file.pid)) {
    try {
      // Where it listens is written a moment after its number.
      const { socketDirectory } = (await readPostmasterFile(clusterDirectory)) ?? file
      return socketDirectory === '' ? undefined : await takeServerLock(maintenanceUrl(socketDirectory))
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error
      if (!isStartingOrStopping(error) || Date.now() > deadline) return undefined
      await delay(pollMs)
    }
  }
  return undefined
}

/** Two starts at the same moment: the one that comes later must not end what the other is about to lock. */
async function untilSettled({ pid, startedAt }: PostmasterFile): Promise<void> {
  // A clock that was set back must not make anybody wait longer.
  const settledAt = Math.min(startedAt, Date.now()) + settlingMs
  while (Date.now() < settledAt && (await isAlive(pid))) await delay(pollMs)
}

/** SQLSTATE 57P03 (cannot connect now): it starts, recovers or shuts down, and is soon ready or gone. */
const isStartingOrStopping = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57P03'

/**
 * Ends a postmaster: SIGINT (fast shutdown), after ten seconds SIGQUIT (immediate; the next start recovers).
 * @throws DatabaseStartError `bundled_database_stuck`
 */
export async function stopProcess(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', gentleMs],
    ['SIGQUIT', immediateMs],
  ] as const) {
    if (!(await isAlive(pid))) return
    process.kill(pid, signal)
    if (await endsWithin(pid, patienceMs)) return
  }
  throw new DatabaseStartError('bundled_database_stuck', { pid })
}

async function endsWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (await isAlive(pid)) {
    if (Date.now() > deadline) return false
    await delay(pollMs)
  }
  return true
}
