import { createHash } from 'node:crypto'
import {
  chmod,
  chown,
  cp,
  lchown,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import path from 'node:path'
import { type Account, canReach, isRoot, unprivilegedAccount } from './account'
import type { DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'
import { clearLeftover } from './leftover-postgres'

/** Where PostgreSQL keeps its files, and as whom it runs. */
export interface ClusterPlace {
  /** Absolute, without links. It may not exist yet; its parent does. */
  readonly directory: string
  /** Undefined: our own user. */
  readonly account: Account | undefined
}

export interface PlaceClusterOptions {
  readonly dataDirectory: string
  /** Where the data go when PostgreSQL's user cannot reach the data directory, such as `/var/lib/parley`. */
  readonly systemDirectory: string
  readonly log: DatabaseLog
}

/**
 * Decides where the data lie. Usually that is `<data directory>/postgres`. Started as root, PostgreSQL runs as another
 * user; where that user cannot reach the data directory, the data live in the system directory and
 * `<data directory>/postgres` becomes a link to them.
 * @throws DatabaseStartError `data_directory_not_owned`, `data_directory_not_writable`,
 * `data_directory_unreachable`, `data_missing`
 */
export async function placeCluster(options: PlaceClusterOptions): Promise<ClusterPlace> {
  const home = await makeDataDirectory(options.dataDirectory)
  const present = await findPresent(path.join(home, 'postgres'))
  return isRoot() ? placeAsRoot(home, present, options) : placeAsUser(home, present)
}

async function makeDataDirectory(directory: string): Promise<string> {
  try {
    const isNew = (await mkdir(directory, { recursive: true })) !== undefined
    // As root others may pass through, so that PostgreSQL's user reaches its own folder in it.
    if (isNew) await chmod(directory, isRoot() ? 0o711 : 0o700)
    return await realpath(directory)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new DatabaseStartError('data_directory_not_writable', { directory, detail }, { cause: error })
  }
}

interface PresentCluster extends Account {
  readonly directory: string
}

async function findPresent(link: string): Promise<PresentCluster | undefined> {
  const entry = await lstat(link).catch(() => undefined)
  if (entry === undefined) return undefined
  const target = await stat(link).catch(() => undefined)
  if (target === undefined) throw new DatabaseStartError('data_missing', { directory: await readlink(link), link })
  return { directory: await realpath(link), uid: target.uid, gid: target.gid }
}

async function placeAsUser(home: string, present: PresentCluster | undefined): Promise<ClusterPlace> {
  if (present && present.uid !== process.getuid?.()) {
    throw new DatabaseStartError('data_directory_not_owned', { directory: present.directory, owner: present.uid })
  }
  return { directory: present?.directory ?? path.join(home, 'postgres'), account: undefined }
}

async function placeAsRoot(
  home: string,
  present: PresentCluster | undefined,
  options: PlaceClusterOptions,
): Promise<ClusterPlace> {
  // Data that an ordinary user made stay that user's, so that both can start Parley on them.
  const account = present && present.uid !== 0 ? { uid: present.uid, gid: present.gid } : unprivilegedAccount
  const wanted = present?.directory ?? path.join(home, 'postgres')
  const isReachable = await canReach(account, path.dirname(wanted))
  const directory = isReachable ? wanted : await relocate(home, present, account, options)
  if (present?.uid === 0) await chownTree(directory, account)
  return { directory, account }
}

async function relocate(
  home: string,
  present: PresentCluster | undefined,
  account: Account,
  options: PlaceClusterOptions,
): Promise<string> {
  const folder = await makeSystemFolder(options.systemDirectory, home)
  if (!(await canReach(account, folder)))
    throw new DatabaseStartError('data_directory_unreachable', { directory: folder })
  const directory = path.join(folder, 'postgres')
  await setAside(directory, options.log)
  if (present) {
    await clearLeftover(present.directory, options.log)
    await move(present.directory, directory)
  }
  const link = path.join(home, 'postgres')
  await rm(link, { force: true })
  await symlink(directory, link)
  options.log.warn(
    { dataDirectory: home, directory },
    "PostgreSQL's user cannot reach the data directory; its files live here",
  )
  return directory
}

async function makeSystemFolder(systemDirectory: string, home: string): Promise<string> {
  const folder = path.join(systemDirectory, createHash('sha256').update(home).digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true })
  // Whatever the umask is, PostgreSQL's user must pass.
  for (const directory of [systemDirectory, folder]) await chmod(directory, 0o755)
  return folder
}

/** Data whose data directory was removed: never to be taken for new ones, and not ours to delete. */
async function setAside(directory: string, log: DatabaseLog): Promise<void> {
  if (!(await lstat(directory).catch(() => undefined))) return
  const aside = `${directory}.left-${new Date().toISOString().replaceAll(':', '')}`
  await rename(directory, aside)
  log.warn({ directory: aside }, 'data of a data directory that was removed were set aside')
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    const { uid, gid } = await stat(from)
    await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
    await chownTree(to, { uid, gid })
    await rm(from, { recursive: true })
  }
}

async function chownTree(directory: string, account: Account): Promise<void> {
  await chown(directory, account.uid, account.gid)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const child = path.join(directory, entry.name)
    if (entry.isDirectory()) await chownTree(child, account)
    else await lchown(child, account.uid, account.gid)
  }
}
