import { chown, mkdtemp, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Account, canReach } from './account'

/** `sun_path` holds 107 bytes on Linux and 103 on macOS; a longer socket path is fatal to PostgreSQL. */
const maxSocketPathBytes = 103
const socketName = '/parley-XXXXXX/.s.PGSQL.5432'

/** Makes a short directory of its own for the socket, open to PostgreSQL's user alone. */
export async function makeSocketDirectory(account: Account | undefined): Promise<string> {
  const parent = await findParent(account)
  const directory = await mkdtemp(path.join(parent, 'parley-'))
  if (account) await chown(directory, account.uid, account.gid)
  return directory
}

async function findParent(account: Account | undefined): Promise<string> {
  for (const candidate of [process.env.XDG_RUNTIME_DIR, tmpdir()]) {
    if (candidate && (await isSuitable(candidate, account))) return realpath(candidate)
  }
  return '/tmp'
}

async function isSuitable(candidate: string, account: Account | undefined): Promise<boolean> {
  const isShort = Buffer.byteLength(candidate + socketName) <= maxSocketPathBytes
  if (!isShort || !(await stat(candidate).catch(() => undefined))) return false
  return account === undefined || canReach(account, await realpath(candidate))
}

/**
 * The parameter `host` outranks the URL's own, which only makes it a URL that everybody can parse. Everything is said,
 * so that no `PG…` variable of the environment can lead elsewhere.
 */
const socketUrl = (database: string, directory: string): string =>
  `postgresql://parley@localhost/${database}?host=${encodeURIComponent(directory)}&port=5432&sslmode=disable`

/** Connection string of the database that holds Parley's data. */
export const databaseUrl = (socketDirectory: string): string => socketUrl('parley', socketDirectory)

/** Connection string of the database that always exists, and in which the server lock is taken. */
export const maintenanceUrl = (socketDirectory: string): string => socketUrl('postgres', socketDirectory)
