import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database, DatabaseLog } from './database'
import { DatabaseStartError } from './database-start-error'
import { exitListeners } from './exit-listeners'
import { keepServerLock } from './server-lock'

const oldestVersion = 150_000
const pollMs = 500
/** Not there yet, as when both are started together: refused, unknown host, starting up. */
const passingCodes = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P03'])

export interface ExternalPostgresOptions {
  readonly databaseUrl: string
  readonly log: DatabaseLog
  /** How long a server that does not answer yet is waited for. Default 15 s. */
  readonly patienceMs?: number
}

/**
 * Uses a PostgreSQL server of the administrator's own: checks that it is fit, and takes the server lock in it.
 * The lock is a session's: the URL must not lead through a pooler in transaction mode.
 * @throws DatabaseStartError
 */
export async function openExternalPostgres(options: ExternalPostgresOptions): Promise<Database> {
  const { databaseUrl: url, log } = options
  const client = await connectPatiently(options)
  try {
    await checkServer(client)
  } finally {
    await client.end()
  }
  const exits = exitListeners(log)
  const lock = await keepServerLock(url, { log, onTaken: exits.reportTaken })
  return { url, isBundled: false, onExit: exits.listen, stop: lock.release }
}

async function connectPatiently({
  databaseUrl,
  log,
  patienceMs = 15_000,
}: ExternalPostgresOptions): Promise<pg.Client> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      const detail = describe(error)
      if (!isPassing(error) || Date.now() > deadline)
        throw new DatabaseStartError('database_unreachable', { detail }, { cause: error })
      log.info({ detail }, 'the database does not answer yet')
      await delay(pollMs)
    }
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && passingCodes.has(String(error.code))

/** An `AggregateError` (both addresses of localhost) has no message of its own. */
const describe = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(String).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding, current_database() as name`,
  )
  const server = rows[0]!
  if (server.number < oldestVersion)
    throw new DatabaseStartError('database_too_old', { version: server.version, needed: 15 })
  if (server.encoding === 'UTF8') return
  const command = `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ${server.name}_utf8`
  throw new DatabaseStartError('database_not_utf8', { encoding: server.encoding, command })
}
