import { createWriteStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ParleyError } from '@parley/protocol'
import { bounded } from './bounded'

/**
 * Files that are still arriving, on this machine's disk. How far each has come is the length of what is there: it
 * outlives lost connections and restarts, and no database is asked about it.
 */
export interface UploadStaging {
  pathOf(fileId: string): string
  /** So many bytes are here. */
  measure(fileId: string): Promise<number>
  /**
   * Adds bytes behind those that are here, `maxBytes` at most. What arrived before a connection broke stays.
   * @throws ParleyError `payload_too_large`, `storage_full`
   */
  append(fileId: string, bytes: Readable, maxBytes: number): Promise<void>
  remove(fileId: string): Promise<void>
}

export function createUploadStaging(directory: string): UploadStaging {
  const pathOf = (fileId: string) => join(directory, `${fileId}.part`)
  return {
    pathOf,
    measure: (fileId) => measure(pathOf(fileId)),
    append: async (fileId, bytes, maxBytes) => {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      await append(pathOf(fileId), bytes, maxBytes)
    },
    remove: (fileId) => rm(pathOf(fileId), { force: true }),
  }
}

async function measure(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 0
    throw error
  }
}

async function append(path: string, bytes: Readable, maxBytes: number): Promise<void> {
  try {
    await pipeline(bytes, bounded(maxBytes), createWriteStream(path, { flags: 'a', mode: 0o600 }))
    await makeDurable(path)
  } catch (error) {
    if (isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT')) throw new ParleyError('storage_full', {}, { cause: error })
    throw error
  }
}

async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
