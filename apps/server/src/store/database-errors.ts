import { ParleyError } from '@parley/protocol'
import { sqlState } from './retry-conflicts'

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EACCES'])
const CONNECTION_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i

/** The database could not be reached, or went away before it answered. */
export function isConnectionError(error: unknown): boolean {
  const state = sqlState(error)
  // Class 08: connection exceptions; class 57P0x: shutdown, crash, cannot connect now.
  if (state) return state.startsWith('08') || state.startsWith('57P0')
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && CONNECTION_CODES.has(error.code)) return true
  return CONNECTION_MESSAGES.test(error.message)
}

/** A database error as the wire knows it, or null when it is not for the caller to know. */
export function asDatabaseError(error: unknown): ParleyError | null {
  if (isConnectionError(error)) return new ParleyError('database_unavailable', {}, { cause: error })
  const state = sqlState(error)
  // 53100 disk_full; 58030 io_error: what a file-size limit looks like from inside.
  if (state === '53100' || state === '58030') return new ParleyError('storage_full', {}, { cause: error })
  return null
}

/** Whether the database is the reason, and trying again later makes sense. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof ParleyError) return error.code === 'database_unavailable' || error.code === 'storage_full'
  return asDatabaseError(error) !== null
}
