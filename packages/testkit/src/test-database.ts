import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's PostgreSQL: its maintenance database, as a role that may create databases. */
    postgresUrl: string
  }
}

/** A database of its own, cloned from the run's migrated template. */
export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** @throws when the run has no PostgreSQL: vitest's global set-up starts it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  if (!serverUrl) throw new Error('this test run has no PostgreSQL')
  const name = `parley_test_${randomBytes(8).toString('hex')}`
  await execute(serverUrl, `create database ${name} template parley_template`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => execute(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

const execute = (url: string, sql: string): Promise<void> =>
  withConnection(url, async (client) => {
    await client.query(sql)
  })

/** Does something to a database past the server. */
export async function withConnection<Result>(
  url: string,
  act: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** The connection string with another database; a socket directory stands in the query and is kept. */
export function withDatabase(serverUrl: string, name: string): string {
  return serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`)
}
