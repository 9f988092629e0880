import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from './until'

/** Parley as people start it: a process of its own with a data directory of its own, that can be killed. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string
  readonly dataDirectory: string
  /** Process id of its bundled PostgreSQL. */
  databasePid(): Promise<number>
  /** Whether the process that was started last is still there. */
  isAlive(): boolean
  /** What it has printed since its last start. */
  output(): string
  start(): Promise<void>
  /** Ends it as a crash does: at once, with nothing said. */
  kill(): Promise<void>
  /** Ends it as an administrator does; answers the exit code. */
  stop(): Promise<number | null>
}

export interface ServerProcessOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly startPatienceMs?: number
  /** A place of the test's own, which it removes itself. */
  readonly dataDirectory?: string
}

const startScript = fileURLToPath(new URL('../../../tools/start.js', import.meta.url))

/** Makes the data directory and chooses the port; nothing runs before `start()`. */
export async function createServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const dataDirectory = options.dataDirectory ?? (await makeDirectory())
  const port = await freePort()
  const environment = {
    ...process.env,
    PARLEY_DATA_DIR: dataDirectory,
    PARLEY_PORT: String(port),
    PARLEY_LOG_LEVEL: 'error',
    DATABASE_URL: '',
    // Tests of what a server holds out flood it.
    PARLEY_RATE_LIMITS: 'off',
    ...options.environment,
  }
  let running: Running | undefined
  return {
    url: `http://127.0.0.1:${port}`,
    dataDirectory,
    databasePid: () => readDatabasePid(dataDirectory),
    isAlive: () => running !== undefined && !hasEnded(running.child),
    output: () => running?.output() ?? '',
    start: async () => {
      running = launch(environment)
      await waitUntilReady(running, options.startPatienceMs ?? 60_000)
    },
    kill: async () => {
      await end(running, 'SIGKILL')
    },
    stop: () => end(running, 'SIGTERM'),
    [Symbol.asyncDispose]: async () => {
      await end(running, 'SIGTERM')
      if (!options.dataDirectory) await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

interface Running {
  readonly child: ChildProcess
  output(): string
}

function launch(environment: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [startScript], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  }
  return { child, output: () => printed }
}

async function waitUntilReady({ child, output }: Running, patienceMs: number): Promise<void> {
  const isReady = () => {
    if (hasEnded(child)) throw new Error('it has ended')
    return output().includes('Parley is ready at')
  }
  await until(isReady, 'it is ready', patienceMs).catch((cause: unknown) => {
    throw new Error(`the server did not start:\n${output()}`, { cause })
  })
}

async function end(running: Running | undefined, signal: NodeJS.Signals): Promise<number | null> {
  if (!running) return null
  running.child.kill(signal)
  await until(() => hasEnded(running.child), 'the server process has ended', 30_000)
  return running.child.exitCode
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** The file is rewritten at every start: what is not a process id yet must not be taken for one. */
async function readDatabasePid(dataDirectory: string): Promise<number> {
  const text = await readFile(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8')
  const pid = Number(/^(\d+)\n/.exec(text)?.[1])
  if (!(pid > 1)) throw new Error('the database has no process id yet')
  return pid
}

/** PostgreSQL's user, where it is not ours, must pass. */
async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-server-'))
  await chmod(directory, 0o711)
  return directory
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
