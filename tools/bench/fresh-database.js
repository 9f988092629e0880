import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** A connection to the bundled database of a server that runs on this directory. */
export async function connectToDatabase(dataDirectory) {
  const lines = (await readFile(path.join(dataDirectory, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  const client = new pg.Client({ host: lines[4].trim(), user: 'parley', database: 'parley' })
  await client.connect()
  return client
}
