import type { Readable } from 'node:stream'
import { ParleyError } from '@parley/protocol'
import { entryNameOf } from '@parley/text'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** One file of a zip. */
export interface ZipEntry {
  readonly path: string
  readonly size: number
}

/** A zip that was looked through: its names are harmless, and unpacked it is no larger than it may be. */
export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** A whole file as text; for files of a size that fits in memory. */
  readText(path: string): Promise<string>
  open(path: string): Promise<Readable>
  close(): void
}

export interface ZipLimits {
  readonly maxEntries: number
  /** Of one file that is read as a whole. */
  readonly maxTextBytes: number
  /** Unpacked, of all files together: this many times the zip's own size, or `minTotalBytes` where that is more. */
  readonly maxRatio: number
  readonly minTotalBytes: number
}

/** JSON packs to a tenth or so; a bomb to a thousandth. A busy channel's day is a few megabytes. */
const generous: ZipLimits = {
  maxEntries: 2_000_000,
  maxTextBytes: 128 * 1024 * 1024,
  maxRatio: 100,
  minTotalBytes: 256 * 1024 * 1024,
}

/**
 * Opens a zip and reads its list of files; the files themselves stay where they are until they are asked for.
 *
 * @throws ParleyError `archive_not_a_zip` also for a broken one; `archive_unsafe_path` where it names files outside of
 *   itself; `archive_too_large` for a bomb.
 */
export async function openZip(file: string, limits: ZipLimits = generous): Promise<ZipArchive> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(refuse)
  try {
    const entries = await listEntries(zip, limits)
    return asArchive(zip, entries, limits)
  } catch (error) {
    zip.close()
    return refuse(error)
  }
}

function refuse(error: unknown): never {
  if (error instanceof ParleyError) throw error
  const detail = error instanceof Error ? error.message.slice(0, 200) : ''
  const code = /relative path|absolute path/.test(detail) ? 'archive_unsafe_path' : 'archive_not_a_zip'
  throw new ParleyError(code, { detail }, { cause: error })
}

async function listEntries(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  const maxTotal = Math.max(limits.minTotalBytes, limits.maxRatio * zip.fileSize)
  const entries = new Map<string, Entry>()
  let total = 0
  if (zip.entryCount > limits.maxEntries) throw tooLarge()
  // yauzl itself refuses names that lead out of the archive.
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (total > maxTotal) throw tooLarge()
    const name = entryNameOf(entry)
    if (!name.endsWith('/')) entries.set(name, entry)
  }
  return entries
}

const tooLarge = () => new ParleyError('archive_too_large')

function asArchive(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits): ZipArchive {
  const find = (path: string): Entry => {
    const entry = entries.get(path)
    if (!entry) throw new ParleyError('not_found', { kind: 'file', id: path })
    return entry
  }
  const open = (path: string) => zip.openReadStreamPromise(find(path)) as Promise<Readable>
  return {
    entries: new Map([...entries].map(([path, entry]) => [path, { path, size: entry.uncompressedSize }])),
    readText: async (path) => {
      if (find(path).uncompressedSize > limits.maxTextBytes) throw tooLarge()
      const pieces: Buffer[] = []
      for await (const piece of await open(path)) pieces.push(piece as Buffer)
      // A byte order mark at the beginning is left out.
      return new TextDecoder().decode(Buffer.concat(pieces))
    },
    open,
    close: () => zip.close(),
  }
}
