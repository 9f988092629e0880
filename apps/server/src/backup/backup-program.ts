import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import { type Language, translate } from '@parley/locale'
import { type Configuration, readConfiguration } from '../configuration'
import { openDatabase } from '../database'
import { explainStartError } from '../explain-start-error'
import { createFiles } from '../files/create-files'
import type { FileStorage } from '../files/file-storage'
import { createLog } from '../log'
import { readKeyFile, writeKeyFile } from '../secrets/secret-keys'
import { version } from '../version'
import { BackupError, type BackupProgress } from './backup-format'
import { createSealing } from './encrypted-stream'
import { reachDatabase } from './reach-database'
import { bringUpToDate, checkBackup, restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

/** What the `parley` command hands over. */
export interface BackupOrder {
  readonly verb: 'backup' | 'restore' | 'check'
  readonly file: string
  readonly passphrase: string | undefined
  readonly language: Language
  readonly onProgress: (line: string) => void
}

/** What was done, for people and for programs. */
export interface BackupResult {
  readonly file: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
  readonly createdAt: string | null
  readonly parleyVersion: string
}

/** Makes, checks or restores a backup of everything that the configuration of this environment names. */
export async function runBackupOrder(order: BackupOrder): Promise<BackupResult> {
  const onProgress = ({ step, bytes }: BackupProgress) =>
    order.onProgress(translate(order.language, `server.backup.${step}`, { megabytes: Math.round(bytes / 1e6) }))
  const reading = { path: order.file, passphrase: order.passphrase, onProgress }
  switch (order.verb) {
    case 'backup':
      return backUp(order, onProgress)
    case 'check':
      return resultOf(order.file, await checkBackup(reading))
    case 'restore':
      return resultOf(order.file, await restore(reading))
  }
}

/** Why it did not work, in one line; undefined: a fault of the program itself. */
export function explainBackupError(error: unknown, language: Language): string | undefined {
  if (error instanceof BackupError)
    return translate(language, `server.backup.error.${error.code}`, { detail: error.detail })
  const isKnown = error instanceof Error && ('code' in error || error.name === 'ConfigurationError')
  return isKnown ? explainStartError(error, language).replace(/^parley: /, '') : undefined
}

const log = createLog('error')

async function openStorage(configuration: Configuration): Promise<FileStorage> {
  const { dataDirectory: directory, maxFileBytes: maxBytes, s3 } = configuration
  const programs = path.dirname(fileURLToPath(import.meta.url))
  return (await createFiles({ directory, maxBytes, s3 }, programs)).storage
}

async function backUp(
  { file, passphrase }: BackupOrder,
  onProgress: (progress: BackupProgress) => void,
): Promise<BackupResult> {
  if (await stat(file).catch(() => null)) throw new BackupError('file_exists', file)
  const configuration = readConfiguration()
  const database = await reachDatabase(configuration, log)
  const half = `${file}.part`
  try {
    const storage = await openStorage(configuration)
    const secretKey = await readKeyFile(configuration.dataDirectory)
    const { stream, written } = writeBackup({
      ...{ databaseUrl: database.url, storage, secretKey, parleyVersion: version, onProgress },
    })
    const [, manifest] = await Promise.all([writeFile(stream, half, passphrase), written])
    await rename(half, file)
    return { ...counts(manifest), file, bytes: (await stat(file)).size, createdAt: null, parleyVersion: version }
  } finally {
    await rm(half, { force: true })
    await database.close()
  }
}

async function writeFile(stream: Readable, file: string, passphrase: string | undefined): Promise<void> {
  const sealing: Transform[] = passphrase ? [await createSealing(passphrase)] : []
  // Everything that anybody has written: for nobody's eyes but the administrator's.
  await pipeline([stream, createGzip({ level: 6 }), ...sealing, createWriteStream(file, { mode: 0o600 })])
}

async function restore(reading: Parameters<typeof checkBackup>[0]): ReturnType<typeof checkBackup> {
  const configuration = readConfiguration()
  // The server's own lock: nobody works on a database that is being restored.
  const database = await openDatabase({
    dataDirectory: configuration.dataDirectory,
    databaseUrl: configuration.databaseUrl,
    log,
  })
  try {
    const storage = await openStorage(configuration)
    const workDirectory = path.join(configuration.dataDirectory, 'restoring')
    const keepSecretKey = (key: Buffer) => writeKeyFile(configuration.dataDirectory, key)
    const restored = await restoreBackup({
      ...{ ...reading, databaseUrl: database.url, storage, workDirectory, keepSecretKey },
    })
    await bringUpToDate(database.url)
    return restored
  } finally {
    await database.stop()
  }
}

type Read = Awaited<ReturnType<typeof checkBackup>>

async function resultOf(file: string, { header, manifest }: Read): Promise<BackupResult> {
  const { createdAt, parleyVersion } = header
  return { ...counts(manifest), file, bytes: (await stat(file)).size, createdAt, parleyVersion }
}

const counts = ({ rows, files }: Read['manifest']) => ({
  rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
  files,
})
