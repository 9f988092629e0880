import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestDatabase } from '@parley/testkit'

const root = path.resolve(import.meta.dirname, '../../..')

/** The run's set-up has built it. */
const START = "import('./dist/server.js').then(({ main }) => main())"

/** Parley as people run it: the built programs in a process of their own, on a database of this test file. */
export interface ParleyProcess extends AsyncDisposable {
  readonly url: string
  /** The one-time link that an empty server prints. */
  readonly setupUrl: string
}

export async function startParleyProcess(settings: Settings = {}): Promise<ParleyProcess> {
  const database = await createTestDatabase()
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-browser-'))
  const { url, setupUrl, stop } = await startServer(database.url, dataDirectory, settings)
  return {
    url,
    setupUrl,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** The same, over a database that is filled past a server which has ended: no running one would notice. */
export async function startFilledParley(fill: (setupUrl: string, databaseUrl: string) => Promise<void>) {
  const database = await createTestDatabase()
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-browser-'))
  const first = await startServer(database.url, dataDirectory)
  await fill(first.setupUrl, database.url)
  await first.stop()
  const { url, stop } = await startServer(database.url, dataDirectory)
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      await stop()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** `PARLEY_*` variables. */
type Settings = Readonly<Record<string, string>>

async function startServer(databaseUrl: string, dataDirectory: string, settings: Settings = {}) {
  const child = spawn(process.execPath, ['--eval', START], {
    cwd: root,
    env: {
      ...process.env,
      ...settings,
      DATABASE_URL: databaseUrl,
      PARLEY_DATA_DIR: dataDirectory,
      PARLEY_PORT: '0',
      PARLEY_LOG_LEVEL: 'warn',
      // A story of a minute asks more than a person does.
      PARLEY_RATE_LIMITS: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
  return { ...(await readAddresses(child)), stop }
}

async function readAddresses(child: ChildProcess): Promise<{ url: string; setupUrl: string }> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (said += piece))
  for (;;) {
    const url = /^Parley is ready at (http:\S+)$/m.exec(said)?.[1]
    const setupUrl = /(http:\S+\/setup\?token=\S+)/.exec(said)?.[1]
    if (url) return { url, setupUrl: setupUrl ?? '' }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said}`)
    await Promise.race([once(child.stdout!, 'data'), once(child, 'close')])
  }
}
