import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { openDatabase } from './open-database'

it('works', async () => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-db-'))
  const log = { info: console.log, warn: console.log, error: console.log }
  const systemDirectory = path.join(tmpdir(), 'parley-system-test')
  const database = await openDatabase({ dataDirectory, log, systemDirectory })
  console.log(database.url)
  const client = new pg.Client(database.url)
  await client.connect()
  console.log((await client.query("select version(), lower('ÄÖ'), current_setting('server_encoding')")).rows)
  await expect(openDatabase({ dataDirectory, log, systemDirectory })).rejects.toMatchObject({ code: 'already_running' })
  await client.end()
  await database.stop()
})
