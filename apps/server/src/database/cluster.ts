import { execFile } from 'node:child_process'
import { chown, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ClusterPlace } from './cluster-directory'
import { DatabaseStartError } from './database-start-error'
import type { PostgresBinaries } from './postgres-binaries'

const majorVersion = '18'
const interruptedMs = 600_000

/** A PostgreSQL data directory and what is needed to run it. */
export interface Cluster extends ClusterPlace {
  readonly binaries: PostgresBinaries
  /** PostgreSQL's own words; kept by our user. */
  readonly logFile: string
}

/**
 * Makes the cluster when it does not exist. It is made under another name and then renamed, so that an interrupted
 * start leaves nothing half-made.
 * @throws DatabaseStartError `data_version_mismatch`, `bundled_database_failed`, `disk_full`
 */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const version = await readFile(`${cluster.directory}/PG_VERSION`, 'utf8').catch(() => undefined)
  if (version === undefined) return createCluster(cluster)
  if (version.trim() === majorVersion) return
  const found = version.trim()
  throw new DatabaseStartError('data_version_mismatch', { found, needed: majorVersion, directory: cluster.directory })
}

async function createCluster(cluster: Cluster): Promise<void> {
  await removeInterrupted(cluster.directory)
  const temporary = await mkdtemp(temporaryPrefix(cluster.directory))
  if (cluster.account) await chown(temporary, cluster.account.uid, cluster.account.gid)
  try {
    await runInitdb(cluster, temporary)
    // A folder that is there already must be empty.
    await rename(temporary, cluster.directory)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    // A start at the same moment was faster: its cluster is as good.
    if (!(await stat(path.join(cluster.directory, 'PG_VERSION')).catch(() => undefined))) throw error
  }
}

const temporaryPrefix = (directory: string): string => `${directory}.new-`

/** What an interrupted first start left: not in use when it is old. */
async function removeInterrupted(directory: string): Promise<void> {
  const parent = path.dirname(directory)
  for (const name of await readdir(parent)) {
    const candidate = path.join(parent, name)
    if (!candidate.startsWith(temporaryPrefix(directory))) continue
    const { mtimeMs } = await stat(candidate)
    if (Date.now() - mtimeMs > interruptedMs) await rm(candidate, { recursive: true, force: true })
  }
}

async function runInitdb({ binaries, account }: Cluster, directory: string): Promise<void> {
  const options = [
    `--pgdata=${directory}`,
    '--username=parley',
    '--encoding=UTF8',
    // Plain C breaks case and trigrams outside ASCII; sorting for people is not the database's work.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // The socket's directory is open to PostgreSQL's user alone, and nothing listens on TCP.
    '--auth-local=trust',
    '--auth-host=reject',
  ]
  try {
    await promisify(execFile)(binaries.initdb, options, { cwd: '/', env: binaries.environment, ...account })
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? `${error.stderr || error.message}` : String(error)
    throw startFailure(detail, { cause: error })
  }
}

/** PostgreSQL's last words as an error. */
export function startFailure(
  detail: string,
  options?: ErrorOptions & { readonly logFile?: string },
): DatabaseStartError {
  const code = /No space left on device|Disk quota exceeded/.test(detail) ? 'disk_full' : 'bundled_database_failed'
  const logFile = options?.logFile === undefined ? {} : { logFile: options.logFile }
  return new DatabaseStartError(code, { detail: detail.trim().slice(-2_000), ...logFile }, options)
}
