import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStorage } from '../files/file-storage'
import { migrate, migrateTo } from '../store/migrate'
import { BackupError, type BackupHeader, type BackupManifest } from './backup-format'
import { countRows } from './count-rows'
import { type BackupVisitor, type ReadBackupOptions, readBackup } from './read-backup'
import { quote } from './write-backup'

export interface RestoreOptions extends ReadBackupOptions {
  readonly databaseUrl: string
  readonly storage: FileStorage
  /** Called when everything is there and right, before it stays. */
  readonly keepSecretKey: (key: Buffer) => Promise<void>
  /** For files on their way into the storage. */
  readonly workDirectory: string
}

/**
 * Only looks whether everything is there and unchanged.
 *
 * @throws BackupError
 */
export async function checkBackup(
  options: ReadBackupOptions,
): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  const rows = new Map<string, number>()
  const result = await readBackup(options, {
    header: async () => undefined,
    tablePiece: async (table, content) => {
      for await (const bytes of content) rows.set(table, (rows.get(table) ?? 0) + countRows(bytes))
    },
    secretKey: async () => undefined,
    file: async (_key, content) => drain(content),
  })
  for (const [table, count] of Object.entries(result.manifest.rows)) requireRows(table, rows.get(table) ?? 0, count)
  return result
}

function requireRows(table: string, found: number, told: number): void {
  if (found !== told) throw new BackupError('damaged', table)
}

async function drain(content: Readable): Promise<void> {
  content.resume()
  await finished(content)
}

/**
 * Puts a backup into an empty database and file storage. All tables come in one transaction, which ends well only when
 * the whole backup was read and is what its manifest says; then they are brought to this version's schema.
 *
 * @throws BackupError
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  const client = new pg.Client({ connectionString: options.databaseUrl })
  await client.connect()
  const restorer = new Restorer(client, options)
  try {
    await client.query('begin')
    const result = await readBackup(options, restorer)
    await restorer.finish(result)
    await restorer.keepSecretKey()
    await client.query('commit')
    return result
  } catch (error) {
    // The end of the connection, below, is the end of the transaction, also in the middle of a copy.
    await restorer.removeFiles()
    throw refusedByDatabase(error) ? new BackupError('damaged', '', { cause: error }) : error
  } finally {
    await client.end()
    await rm(options.workDirectory, { recursive: true, force: true })
  }
}

/** What cannot be a row, or a row's reference, was none when the backup was made (SQLSTATE classes 22 and 23). */
const refusedByDatabase = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')

/** To this version's schema, and known to the planner. */
export async function bringUpToDate(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  try {
    await migrate(pool)
    await pool.query('analyze')
  } finally {
    await pool.end()
  }
}

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

class Restorer implements BackupVisitor {
  private tables = new Map<string, readonly string[]>()
  private sequences: BackupHeader['sequences'] = []
  private foreignKeys: readonly ForeignKey[] = []
  private copying: { readonly table: string; readonly stream: Writable } | null = null
  private readonly keys: string[] = []
  private key: Buffer | null = null

  constructor(
    private readonly client: pg.Client,
    private readonly options: RestoreOptions,
  ) {}

  /** The schema that the backup was made with. References are checked when everything is there, all at once. */
  async header(header: BackupHeader): Promise<void> {
    await this.requireEmpty()
    const unknown = await migrateTo(this.client, header.migrations)
    if (unknown.length > 0) throw new BackupError('newer', unknown.join(', '))
    this.tables = new Map(header.tables.map(({ name, columns }) => [name, columns]))
    this.sequences = header.sequences
    this.foreignKeys = await findForeignKeys(this.client)
    for (const { table, name } of this.foreignKeys) {
      await this.client.query(`alter table ${table} drop constraint ${quote(name)}`)
    }
  }

  /** A server that has only been started has tables and an assistant; what it must not have is people. */
  private async requireEmpty(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    )
    const names = rows.map(({ name }) => name)
    if (names.length > 0 && !names.includes('migrations')) throw new BackupError('not_empty')
    if (names.includes('users')) {
      const { rowCount } = await this.client.query(`select 1 from users where kind = 'person' limit 1`)
      if (rowCount) throw new BackupError('not_empty')
    }
    for (const name of names) await this.client.query(`drop table ${quote(name)} cascade`)
    for await (const _key of this.options.storage.keys()) throw new BackupError('not_empty', 'files')
  }

  async tablePiece(table: string, content: Readable): Promise<void> {
    const stream = await this.copyInto(table)
    for await (const bytes of content) {
      if (!stream.write(bytes)) await drained(stream)
    }
  }

  private async copyInto(table: string): Promise<Writable> {
    if (this.copying?.table === table) return this.copying.stream
    await this.endCopying()
    const columns = this.tables.get(table)
    if (!columns) throw new BackupError('damaged', table)
    const statement = `copy ${quote(table)} (${columns.map(quote).join(', ')}) from stdin`
    const stream = this.client.query(copyFrom(statement))
    // What fails is told to whoever waits for the end; nobody may be waiting yet.
    stream.on('error', () => undefined)
    this.copying = { table, stream }
    return stream
  }

  private async endCopying(): Promise<void> {
    const copying = this.copying
    this.copying = null
    if (!copying) return
    copying.stream.end()
    await finished(copying.stream)
  }

  async secretKey(key: Buffer): Promise<void> {
    this.key = key
  }

  async keepSecretKey(): Promise<void> {
    if (this.key) await this.options.keepSecretKey(this.key)
  }

  async file(key: string, content: Readable): Promise<void> {
    await this.endCopying()
    const { workDirectory, storage } = this.options
    await mkdir(workDirectory, { recursive: true, mode: 0o700 })
    const file = path.join(workDirectory, randomUUID())
    await pipeline(content, createWriteStream(file, { mode: 0o600 }))
    this.keys.push(key)
    await storage.put(key, file)
    await rm(file)
  }

  async finish({ manifest }: { readonly manifest: BackupManifest }): Promise<void> {
    await this.endCopying()
    for (const [table, count] of Object.entries(manifest.rows)) {
      const { rows } = await this.client.query<{ count: string }>(`select count(*) as count from ${quote(table)}`)
      requireRows(table, Number(rows[0]?.count), count)
    }
    for (const { table, name, definition } of this.foreignKeys) {
      await this.client.query(`alter table ${table} add constraint ${quote(name)} ${definition}`)
    }
    for (const { name, value } of this.sequences) {
      if (value !== null) await this.client.query('select setval($1::regclass, $2)', [name, value])
    }
  }

  /** What was put before the backup turned out to be none. */
  async removeFiles(): Promise<void> {
    for (const key of this.keys) await this.options.storage.remove(key).catch(() => undefined)
  }
}

async function findForeignKeys(client: pg.Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  return rows
}

/** A copy that the database has refused never drains. */
const drained = (stream: Writable): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (error?: Error) => {
      stream.off('drain', done).off('error', done)
      if (error) reject(error)
      else resolve()
    }
    stream.once('drain', done).once('error', done)
  })
