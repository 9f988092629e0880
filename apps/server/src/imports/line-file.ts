import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { ParleyError } from '@parley/protocol'
import { openZip, type ZipArchive } from './zip-archive'

/** A file of JSON lines, bare or in a zip with the files that it speaks of. */
export interface LineFile {
  /** Unpacked, in bytes. */
  readonly size: number
  open(): Promise<Readable>
  /** The first of these paths that is there. */
  find(paths: readonly string[]): string | null
  /** null: it is not there. */
  sizeOf(path: string): number | null
  openFile(path: string): Promise<Readable>
  close(): void
}

/**
 * @param isLines which of a zip's files has the lines.
 * @throws ParleyError `unreadable_archive`
 */
export async function openLineFile(path: string, isLines: (path: string) => boolean): Promise<LineFile> {
  return (await isZip(path)) ? inZip(await openZip(path), isLines) : bare(path, (await stat(path)).size)
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1') === 'PK\u0003\u0004'
  } finally {
    await file.close()
  }
}

function inZip(zip: ZipArchive, isLines: (path: string) => boolean): LineFile {
  const lines = [...zip.entries.values()].find((entry) => isLines(entry.path))
  if (!lines) {
    zip.close()
    throw new ParleyError('unreadable_archive', { reason: 'no_lines', detail: '' })
  }
  return {
    size: lines.size,
    open: () => zip.open(lines.path),
    find: (paths) => paths.find((path) => zip.entries.has(path)) ?? null,
    sizeOf: (path) => zip.entries.get(path)?.size ?? null,
    openFile: zip.open,
    close: () => zip.close(),
  }
}

const bare = (path: string, size: number): LineFile => ({
  size,
  open: async () => createReadStream(path),
  find: () => null,
  sizeOf: () => null,
  openFile: async (name) => {
    throw new ParleyError('not_found', { kind: 'file', id: name })
  },
  close: () => undefined,
})
