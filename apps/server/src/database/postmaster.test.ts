import { scrypt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startPostmaster } from './postmaster'

let directory: string
let isBusy = true
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'parley-postmaster-'))
})
afterEach(async () => {
  isBusy = false
  await rm(directory, { recursive: true, force: true })
})

/** What reads and closes files waits for its turn behind this. */
function keepThreadsBusy(): void {
  if (isBusy) scrypt('a', 'b', 32, { N: 2 ** 13 }, keepThreadsBusy)
}

it('says that a program has ended which ends at once, also while files are slow to close', async () => {
  for (let thread = 0; thread < 5; thread += 1) keepThreadsBusy()
  const binaries = { postgres: '/bin/false', environment: {} }
  const cluster = { binaries, directory, account: undefined, logFile: path.join(directory, 'postgres.log') }
  await expect(startPostmaster(cluster as never, directory)).rejects.toMatchObject({ code: 'bundled_database_failed' })
})
