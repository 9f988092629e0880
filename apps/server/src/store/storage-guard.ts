import { statfs } from 'node:fs/promises'
import { ParleyError } from '@parley/protocol'

/** Three segments of PostgreSQL's log: it ends when it cannot make the next one, and needs space to start again. */
const RESERVE_BYTES = 48 * 1024 * 1024
const MAX_AGE_MS = 250

/** Resolves when there is space to write. @throws ParleyError `storage_full` */
export type EnsureSpace = () => Promise<void>

/**
 * Refuses what would be written while the disk is nearly full: a refused message can be sent again, a database that
 * has run out of space reads nothing to anybody. The disk is asked at most four times a second.
 */
export function createStorageGuard(directory: string, reserveBytes = RESERVE_BYTES): EnsureSpace {
  let askedAt = Number.NEGATIVE_INFINITY
  let freeBytes: Promise<number> = Promise.resolve(0)
  return async () => {
    if (performance.now() - askedAt > MAX_AGE_MS) {
      askedAt = performance.now()
      freeBytes = statfs(directory).then(({ bavail, bsize }) => bavail * bsize)
    }
    if ((await freeBytes) < reserveBytes) throw new ParleyError('storage_full')
  }
}
