import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, type PoolConfig, types } from 'pg'
import type { Schema } from './schema'

export type Database = Kysely<Schema>
export type DatabaseTransaction = Transaction<Schema>

const INT8 = 20

/** Sequence numbers are bigint in the database and stay far below 2^53. */
const typeParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}

/**
 * A lost connection is reported by the query that meets it, and an idle one to `onIdleError`. One that breaks between
 * two queries of a transaction says so to nobody but its listeners: without one it would end the process.
 */
export function createPool(connection: PoolConfig, onIdleError: (error: Error) => void): Pool {
  const pool = new Pool({ max: 12, connectionTimeoutMillis: 5_000, ...connection, types: typeParsers })
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function createDatabase(pool: Pool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
