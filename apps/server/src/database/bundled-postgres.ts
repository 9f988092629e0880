import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, ensureCluster } from './cluster'
import { placeCluster } from './cluster-directory'
import type { Database, DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'
import { exitListeners } from './exit-listeners'
import { clearLeftover } from './leftover-postgres'
import { prepareBinaries } from './postgres-binaries'
import { type Postmaster, startPostmaster } from './postmaster'
import { keepServerLock, type ServerLock } from './server-lock'
import { databaseUrl, maintenanceUrl, makeSocketDirectory } from './socket-directory'

const startAttempts = 3
const firstRestartMs = 100
const maxRestartMs = 10_000
/** After this long without a crash, the next one is the first again. */
const steadyMs = 60_000

export interface BundledPostgresOptions {
  readonly dataDirectory: string
  readonly log: DatabaseLog
  /** Where data and binaries go that PostgreSQL's user cannot reach in their place. Default `/var/lib/parley`. */
  readonly systemDirectory?: string
}

/**
 * Starts the PostgreSQL that npm carries as a child process on a Unix socket, and keeps it running.
 * @throws DatabaseStartError
 */
export async function openBundledPostgres(options: BundledPostgresOptions): Promise<Database> {
  const cluster = await prepareCluster(options)
  const socketDirectory = await makeSocketDirectory(cluster.account)
  const removeSocket = () => rm(socketDirectory, { recursive: true, force: true })
  const service = { cluster, socketDirectory, log: options.log, exits: exitListeners(options.log) }
  try {
    const { postmaster, lock } = await startAlone(service)
    const supervision = supervise(service, postmaster)
    const stop = async () => {
      await Promise.all([lock.release(), supervision.stop()])
      await removeSocket()
    }
    return {
      url: databaseUrl(socketDirectory),
      isBundled: true,
      directory: cluster.directory,
      onExit: service.exits.listen,
      stop,
    }
  } catch (error) {
    await removeSocket()
    throw error
  }
}

/** Places the cluster, makes it when it is new, and finds the programs that run it. */
export async function prepareCluster(options: BundledPostgresOptions): Promise<Cluster> {
  const { dataDirectory, log, systemDirectory = '/var/lib/parley' } = options
  const place = await placeCluster({ dataDirectory, systemDirectory, log })
  const copyDirectory = place.account ? systemDirectory : path.join(dataDirectory, 'programs')
  const binaries = await prepareBinaries({ copyDirectory, account: place.account, log })
  const cluster = { ...place, binaries, logFile: path.join(dataDirectory, 'postgres.log') }
  await ensureCluster(cluster)
  return cluster
}

interface Service {
  readonly cluster: Cluster
  readonly socketDirectory: string
  readonly log: DatabaseLog
  readonly exits: ReturnType<typeof exitListeners>
}

interface Running {
  readonly postmaster: Postmaster
  readonly lock: ServerLock
}

/** Two starts at the same moment both find nothing running, and may take each other's database for a leftover. */
async function startAlone(service: Service): Promise<Running> {
  const { cluster, log } = service
  for (let attempt = 1; ; attempt++) {
    await clearLeftover(cluster.directory, log)
    try {
      return await startAndLock(service)
    } catch (error) {
      const isDecided = error instanceof DatabaseStartError && error.code === 'already_running'
      if (isDecided || attempt === startAttempts) throw error
      log.warn({ attempt, err: error }, 'the bundled PostgreSQL did not start; trying again')
      await delay(firstRestartMs * attempt)
    }
  }
}

/** A database without the lock is not ours to keep. */
async function startAndLock({ cluster, socketDirectory, log, exits }: Service): Promise<Running> {
  const url = maintenanceUrl(socketDirectory)
  const postmaster = await startPostmaster(cluster, socketDirectory)
  try {
    const lock = await keepServerLock(url, { log, onTaken: exits.reportTaken })
    await ensureDatabase(url).catch((error: unknown) => lock.release().then(() => Promise.reject(error)))
    return { postmaster, lock }
  } catch (error) {
    await postmaster.stop()
    throw error
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'parley'")
    if (rowCount === 0) await client.query('create database parley')
  } finally {
    await client.end()
  }
}

interface Supervision {
  stop(): Promise<void>
}

/** Starts PostgreSQL again whenever it ends by itself, waiting longer each time. */
function supervise(service: Service, first: Postmaster): Supervision {
  const stopping = new AbortController()
  const watch = async () => {
    let current: Postmaster | undefined = first
    let restartInMs = firstRestartMs
    while (current) {
      const startedAt = Date.now()
      const { detail } = await endOf(current, stopping.signal)
      if (stopping.signal.aborted) return
      if (Date.now() - startedAt > steadyMs) restartInMs = firstRestartMs
      current = await restart(service, { detail, restartInMs, signal: stopping.signal })
      restartInMs = Math.min(restartInMs * 2, maxRestartMs)
    }
  }
  const watching = watch()
  const stop = async () => {
    stopping.abort()
    await watching
  }
  return { stop }
}

/** The end of the process, brought about by us when the signal comes. */
async function endOf(postmaster: Postmaster, signal: AbortSignal) {
  const stop = () => void postmaster.stop().catch(() => undefined)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  const exit = await postmaster.exited
  signal.removeEventListener('abort', stop)
  return exit
}

interface Restart {
  readonly detail: string
  readonly restartInMs: number
  readonly signal: AbortSignal
}

/** Tries until it runs again; undefined when told to stop meanwhile. */
async function restart(service: Service, { detail, restartInMs, signal }: Restart): Promise<Postmaster | undefined> {
  let waitMs = restartInMs
  for (let reason = detail; !signal.aborted; waitMs = Math.min(waitMs * 2, maxRestartMs)) {
    service.exits.report({ reason: 'crashed', detail: reason, restartInMs: waitMs })
    await delay(waitMs, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return undefined
    try {
      return await startPostmaster(service.cluster, service.socketDirectory)
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
  }
  return undefined
}
