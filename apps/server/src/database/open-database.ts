import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openBundledPostgres } from './bundled-postgres'
import type { Database, DatabaseLog } from './database'
import { openExternalPostgres } from './external-postgres'

export interface OpenDatabaseOptions {
  readonly dataDirectory: string
  /** A server of the administrator's own; the bundled one is started when left out. */
  readonly databaseUrl?: string | undefined
  readonly log: DatabaseLog
  readonly systemDirectory?: string
}

/**
 * Opens the one database of this server and writes `server.pid` into the data directory.
 * @throws DatabaseStartError
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { databaseUrl, log, dataDirectory } = options
  const database =
    databaseUrl === undefined ? await openBundledPostgres(options) : await openExternalPostgres({ databaseUrl, log })
  const pidFile = path.join(dataDirectory, 'server.pid')
  await writePid(pidFile)
  const stop = async () => {
    await removePid(pidFile)
    await database.stop()
  }
  return { ...database, stop }
}

async function writePid(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  // Renamed into place: the old file may be another user's.
  await writeFile(`${file}.new`, `${process.pid}\n`)
  await rename(`${file}.new`, file)
}

async function removePid(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (Number(text) === process.pid) await rm(file, { force: true })
}
