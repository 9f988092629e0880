import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Pack } from 'tar-stream'
import { pack } from 'tar-stream'
import type { FileStorage } from '../files/file-storage'
import {
  type BackupHeader,
  type BackupManifest,
  HEADER_NAME,
  MANIFEST_NAME,
  type OnBackupProgress,
  SECRET_KEY_NAME,
} from './backup-format'
import { countRows } from './count-rows'
import { describeDatabase } from './describe-database'

/** Of a table, held in memory at once; a tar wants to know the size of what it takes. */
const PIECE_BYTES = 4 * 1024 * 1024

export interface WriteBackupOptions {
  readonly databaseUrl: string
  readonly storage: FileStorage
  /** What opens the secrets in the tables, where it lies beside them. */
  readonly secretKey: Buffer | null
  readonly parleyVersion: string
  readonly onProgress: OnBackupProgress
}

/** The backup as a stream, with what it holds: told when the stream has ended. */
export function writeBackup(options: WriteBackupOptions): {
  readonly stream: Readable
  readonly written: Promise<BackupManifest>
} {
  const tar = pack()
  const written = new BackupWriter(tar, options).write()
  written.catch((error: unknown) => tar.destroy(error as Error))
  return { stream: tar as unknown as Readable, written }
}

class BackupWriter {
  private readonly entries: BackupManifest['entries'] = []
  private readonly rows: Record<string, number> = {}
  private files = 0
  private bytes = 0

  constructor(
    private readonly tar: Pack,
    private readonly options: WriteBackupOptions,
  ) {}

  async write(): Promise<BackupManifest> {
    const client = new pg.Client({ connectionString: this.options.databaseUrl })
    await client.connect()
    try {
      await this.copyTables(client)
    } finally {
      await client.end()
    }
    const { secretKey } = this.options
    if (secretKey) await this.addEntry(SECRET_KEY_NAME, secretKey)
    // After the tables: a file that they speak of was there before them. One that is deleted meanwhile is left out.
    for await (const key of this.options.storage.keys()) await this.addFile(key)
    const manifest = { entries: this.entries, rows: this.rows, files: this.files }
    await this.addEntry(MANIFEST_NAME, Buffer.from(JSON.stringify(manifest)))
    this.tar.finalize()
    return manifest
  }

  /** All tables as they were at one moment, while people go on writing. */
  private async copyTables(client: pg.Client): Promise<void> {
    await client.query('begin transaction isolation level repeatable read read only')
    const header = await describeDatabase(client, this.options.parleyVersion)
    await this.addEntry(HEADER_NAME, Buffer.from(JSON.stringify(header)))
    for (const table of header.tables) await this.copyTable(client, table)
    await client.query('commit')
  }

  private async copyTable(client: pg.Client, { name, columns }: BackupHeader['tables'][number]): Promise<void> {
    const copying = client.query(copyTo(`copy ${quote(name)} (${columns.map(quote).join(', ')}) to stdout`))
    let piece = 0
    let rows = 0
    for await (const bytes of inPieces(copying)) {
      piece += 1
      rows += countRows(bytes)
      await this.addEntry(`tables/${name}/${String(piece).padStart(6, '0')}.copy`, bytes)
    }
    // The database's own count comes after the last row, maybe later than the stream's end: it is not waited for.
    this.rows[name] = rows
  }

  private async addFile(key: string): Promise<void> {
    const { storage } = this.options
    const size = await storage.size(key)
    const content = size === null ? null : await storage.open(key)
    if (size === null || !content) return
    const hash = createHash('sha256')
    const name = `files/${key}`
    const entry = this.tar.entry({ name, size })
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk)
      this.count('files', chunk.length)
      if (!entry.write(chunk)) await new Promise<void>((resolve) => entry.once('drain', () => resolve()))
    }
    await ended(entry)
    this.entries.push({ name, size, sha256: hash.digest('hex') })
    this.files += 1
  }

  private async addEntry(name: string, bytes: Buffer): Promise<void> {
    const entry = this.tar.entry({ name, size: bytes.length })
    entry.write(bytes)
    await ended(entry)
    if (name !== MANIFEST_NAME) this.entries.push({ name, size: bytes.length, sha256: sha256(bytes) })
    this.count('tables', bytes.length)
  }

  private count(step: 'tables' | 'files', bytes: number): void {
    this.bytes += bytes
    this.options.onProgress({ step, bytes: this.bytes })
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The tar has taken all of it: a reader that is slow holds the writer up here. */
const ended = (entry: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve, reject) => {
    entry.once('finish', resolve)
    entry.once('error', reject)
    entry.end()
  })

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    pieces.push(chunk)
    length += chunk.length
    if (length < PIECE_BYTES) continue
    yield Buffer.concat(pieces)
    pieces = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(pieces)
}
