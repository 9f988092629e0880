import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, startFailure } from './cluster'
import { stopProcess } from './leftover-postgres'
import { maintenanceUrl } from './socket-directory'

const pollMs = 25
const maxLogBytes = 10_000_000

/** Enough for a small machine, and for the pools of one server. */
export const defaultSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '60',
  // A container's /dev/shm is often too small for parallel queries.
  max_parallel_workers_per_gather: '0',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
}

export interface PostmasterExit {
  readonly detail: string
}

/** A running PostgreSQL that is our child. */
export interface Postmaster {
  readonly pid: number
  /** Resolves when it has ended, for whatever reason. */
  readonly exited: Promise<PostmasterExit>
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL and waits until it answers, however long its recovery takes.
 * @throws DatabaseStartError `bundled_database_failed`, `disk_full`
 */
export async function startPostmaster(
  cluster: Cluster,
  socketDirectory: string,
  settings: Readonly<Record<string, string>> = defaultSettings,
): Promise<Postmaster> {
  const logStart = await trimLog(cluster.logFile)
  const { child, exited } = await spawnPostgres(cluster, socketDirectory, settings)
  await waitUntilReady(child, maintenanceUrl(socketDirectory))
  const pid = child.pid
  if (pid === undefined || hasEnded(child)) {
    const { detail } = await exited
    const words = await readFile(cluster.logFile, 'utf8').catch(() => '')
    throw startFailure(words.slice(logStart) || detail, { logFile: cluster.logFile })
  }
  const killWithUs = () => child.kill('SIGINT')
  process.once('exit', killWithUs)
  void exited.then(() => process.off('exit', killWithUs))
  return { pid, exited, stop: () => stopChild(pid, exited) }
}

async function stopChild(pid: number, exited: Promise<PostmasterExit>): Promise<void> {
  // Our own child, deaf to both gentler signals: its data are safe, the next start recovers them.
  await stopProcess(pid).catch(() => process.kill(pid, 'SIGKILL'))
  await exited
}

/** Never rejects: a program that cannot be started has ended, too. */
const endOf = (child: ChildProcess): Promise<PostmasterExit> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ detail: error.message }))
    child.once('close', (code, signal) => resolve({ detail: `code ${code}, signal ${signal}` }))
  })

async function spawnPostgres(
  { binaries, directory, account, logFile }: Cluster,
  socketDirectory: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly exited: Promise<PostmasterExit> }> {
  const all = {
    ...settings,
    port: '5432',
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
  }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = await open(logFile, 'a', 0o600)
  try {
    // The next start may be that user's own.
    if (account) await output.chown(account.uid, account.gid)
    // Detached: Ctrl+C reaches the whole process group, and the database must outlive the server's last writes.
    const child = spawn(binaries.postgres, ['-D', directory, ...options], {
      cwd: '/',
      env: binaries.environment,
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
      ...account,
    })
    // Heard of from its first moment on: it may end before the log file is closed here.
    return { child, exited: endOf(child) }
  } finally {
    await output.close()
  }
}

/** Returns where the new words begin. */
async function trimLog(file: string): Promise<number> {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size <= maxLogBytes) return size
  await truncate(file)
  return 0
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  while (child.pid !== undefined && !hasEnded(child)) {
    if (await accepts(url)) return
    await delay(pollMs)
  }
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
