import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { z } from 'zod'
import {
  BackupError,
  BackupHeader,
  BackupManifest,
  HEADER_NAME,
  MANIFEST_NAME,
  type OnBackupProgress,
  SECRET_KEY_NAME,
} from './backup-format'
import { createOpening, isSealed, SEALED_HEAD_BYTES } from './encrypted-stream'

/** What is done with a backup while it is read; bytes come in the order in which they were written. */
export interface BackupVisitor {
  header(header: BackupHeader): Promise<void>
  tablePiece(table: string, content: Readable): Promise<void>
  secretKey(key: Buffer): Promise<void>
  file(key: string, content: Readable): Promise<void>
}

export interface ReadBackupOptions {
  readonly path: string
  readonly passphrase: string | undefined
  readonly onProgress: OnBackupProgress
}

/** A database that takes nothing for so long has stopped. */
const LONGEST_PAUSE_MS = 30 * 60_000

/**
 * Reads a backup once, from front to back, and compares everything with the manifest at its end.
 *
 * @throws BackupError; whatever the visitor did until then was done with bytes that are not to be trusted.
 */
export async function readBackup(
  options: ReadBackupOptions,
  visitor: BackupVisitor,
): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  const seen: BackupManifest['entries'] = []
  let bytes = 0
  let header = null as BackupHeader | null
  let manifest = null as BackupManifest | null
  for await (const entry of entriesOf(options)) {
    const { name } = entry.header
    if (manifest) throw new BackupError('damaged', name)
    if (!header && name !== HEADER_NAME) throw new BackupError('not_a_backup')
    const content = new Measured()
    const reading = async () => {
      if (name === MANIFEST_NAME) manifest = await readJson(BackupManifest, content)
      else if (name !== HEADER_NAME) await visit(visitor, name, content)
      else {
        header = await readJson(BackupHeader, content)
        await visitor.header(header)
      }
    }
    // Both at once: a visitor that fails ends the feeding, and a feed that fails the visit.
    await Promise.all([reading().finally(() => content.resume()), feed(entry, content)])
    if (name === MANIFEST_NAME) continue
    const measured = { name, ...content.measure() }
    seen.push(measured)
    bytes += measured.size
    options.onProgress({ step: 'checking', bytes })
  }
  return requireWhole(header, manifest, seen)
}

function requireWhole(header: BackupHeader | null, manifest: BackupManifest | null, seen: BackupManifest['entries']) {
  if (!header) throw new BackupError('not_a_backup')
  if (!manifest || !isSame(manifest.entries, seen)) throw new BackupError('damaged')
  return { header, manifest }
}

type TarEntry = AsyncIterable<Buffer> & { readonly header: { readonly name: string } }

async function* entriesOf(options: ReadBackupOptions): AsyncIterable<TarEntry> {
  const { tar, read } = await openTar(options)
  try {
    for await (const entry of tar) yield entry as TarEntry
    // The checksum of the compression comes after the last entry.
    await read
  } catch (error) {
    throw asFault(error)
  }
}

async function visit(visitor: BackupVisitor, name: string, content: Readable): Promise<void> {
  const table = /^tables\/([a-z_][a-z0-9_]*)\/\d+\.copy$/.exec(name)?.[1]
  const key = /^files\/([\w-]+(?:\/[\w-]+){0,3})$/.exec(name)?.[1]
  if (name === SECRET_KEY_NAME) return visitor.secretKey(await readBytes(content))
  if (table !== undefined) return visitor.tablePiece(table, content)
  if (key !== undefined) return visitor.file(key, content)
  throw new BackupError('damaged', name)
}

/** Hashes and counts what passes. */
class Measured extends PassThrough {
  private readonly hash = createHash('sha256')
  private size = 0

  look(bytes: Buffer): void {
    this.size += bytes.length
    this.hash.update(bytes)
  }

  measure(): { readonly size: number; readonly sha256: string } {
    return { size: this.size, sha256: this.hash.digest('hex') }
  }
}

/** A visitor that has failed reads no further: then the rest of the entry is nobody's. */
async function feed(entry: AsyncIterable<Buffer>, content: Measured): Promise<void> {
  try {
    for await (const bytes of entry) {
      content.look(bytes)
      if (content.destroyed) return
      if (!content.write(bytes)) await once(content, 'drain', { signal: AbortSignal.timeout(LONGEST_PAUSE_MS) })
    }
    content.end()
  } catch (error) {
    const fault = asFault(error)
    content.destroy(fault)
    throw fault
  }
}

/** What zlib and tar complain of is the backup's fault. */
const asFault = (error: unknown): BackupError =>
  error instanceof BackupError
    ? error
    : new BackupError('damaged', error instanceof Error ? error.message : '', { cause: error })

async function readBytes(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const bytes of content) pieces.push(bytes)
  return Buffer.concat(pieces)
}

async function readJson<Schema extends z.ZodType>(
  schema: Schema,
  content: AsyncIterable<Buffer>,
): Promise<z.output<Schema>> {
  const bytes = await readBytes(content)
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw new BackupError('not_a_backup', '', { cause })
  }
}

const isSame = (one: BackupManifest['entries'], other: BackupManifest['entries']): boolean =>
  one.length === other.length &&
  one.every(({ name, size, sha256 }, index) => {
    const twin = other[index]
    return twin?.name === name && twin.size === size && twin.sha256 === sha256
  })

async function openTar({ path, passphrase }: ReadBackupOptions) {
  const head = await readHead(path)
  const stages: Transform[] = []
  if (isSealed(head)) {
    if (!passphrase) throw new BackupError('passphrase_missing')
    stages.push(await createOpening(passphrase, head))
  } else if (head[0] !== 0x1f || head[1] !== 0x8b) throw new BackupError('not_a_backup')
  const start = stages.length > 0 ? SEALED_HEAD_BYTES : 0
  return chain(createReadStream(path, { start }), stages, extract())
}

/** Whatever breaks on the way breaks the reading. */
function chain(source: Readable, stages: readonly Transform[], tar: ReturnType<typeof extract>) {
  const read = pipeline([source, ...stages, createGunzip(), tar as unknown as Transform])
  read.catch((error: unknown) => tar.destroy(asFault(error)))
  return { tar, read }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SEALED_HEAD_BYTES), 0, SEALED_HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
