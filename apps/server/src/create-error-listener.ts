import { ParleyError } from '@parley/protocol'
import type { FastifyBaseLogger } from 'fastify'
import { isConnectionError } from './store/database-errors'

/**
 * Hears of background work that failed. While the database is away all of it does, several times a second: that it is
 * away is said once, elsewhere.
 */
export const createErrorListener = (log: Pick<FastifyBaseLogger, 'debug' | 'error'>) => (error: unknown) => {
  if (isAbsence(error)) log.debug({ err: error }, 'background work waits for the database')
  else log.error({ err: error }, 'background work failed')
}

const isAbsence = (error: unknown): boolean =>
  isConnectionError(error) || (error instanceof ParleyError && error.code === 'database_unavailable')
