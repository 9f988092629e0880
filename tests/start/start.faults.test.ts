import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()
let dataDirectory: string

beforeEach(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'parley-start-'))
  await chmod(dataDirectory, 0o711)
})

afterEach(async () => {
  for (const child of running) await end(child, 'SIGTERM')
  await rm(dataDirectory, { recursive: true, force: true })
})

interface Start {
  readonly child: ChildProcess
  /** Everything that it has said so far. */
  readonly said: () => string
}

function start(environment: NodeJS.ProcessEnv = {}): Start {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PARLEY_PORT: '0', PARLEY_DATA_DIR: dataDirectory, PARLEY_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += piece))
  return { child, said: () => text }
}

/** The address that the ready line names. */
async function ready({ child, said }: Start): Promise<string> {
  for (;;) {
    const address = /^Parley is ready at (http:\S+)$/m.exec(said())?.[1]
    if (address) return address
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said()}`)
    await Promise.race([once(child.stdout!, 'data'), once(child, 'close')])
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, 'close')
  child.kill(signal)
  return (await closed)[0]
}

const health = async (address: string) => (await fetch(`${address}/api/health`)).json()
const serverPid = async () => Number(await readFile(path.join(dataDirectory, 'server.pid'), 'utf8'))
const postgresPid = async () =>
  Number((await readFile(path.join(dataDirectory, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('npm start says where Parley is, and a SIGTERM to npm stops all of it', async () => {
  const first = start()
  expect(await health(await ready(first))).toMatchObject({ status: 'ok' })
  const pids = [await serverPid(), await postgresPid()]
  expect(pids.every(isAlive)).toBe(true)
  await end(first.child, 'SIGTERM')
  await expect.poll(() => pids.some(isAlive), { timeout: 15_000 }).toBe(false)
})

it('a second start on the same data is refused with one readable line, and the first goes on', async () => {
  const address = await ready(start())
  const second = start()
  const [code] = await once(second.child, 'close')
  expect(code).toBe(1)
  expect(second.said()).toContain('already_running')
  expect(second.said()).not.toMatch(/^\s+at /m)
  expect(await health(address)).toMatchObject({ status: 'ok' })
})

it('starts again after kill -9, with the database that was left behind replaced', async () => {
  const first = start()
  await ready(first)
  const orphan = await postgresPid()
  process.kill(await serverPid(), 'SIGKILL')
  await once(first.child, 'close')
  const second = start()
  expect(await health(await ready(second))).toMatchObject({ status: 'ok' })
  expect(await postgresPid()).not.toBe(orphan)
})

it('a busy port ends the start with one readable line and leaves no database behind', async () => {
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  const address = blocker.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const refused = start({ PARLEY_PORT: String(port) })
  const [code] = await once(refused.child, 'close')
  blocker.close()
  expect(code).toBe(1)
  expect(refused.said()).toContain('port_in_use')
  await expect(postgresPid()).rejects.toThrow('ENOENT')
})

it('a wrong setting ends the start with a line that names it', async () => {
  const refused = start({ PARLEY_PORT: 'eighty' })
  const [code] = await once(refused.child, 'close')
  expect(code).toBe(1)
  expect(refused.said()).toContain('PARLEY_PORT')
})

it('goes on without a damaged model, and says so in the language of the terminal', { timeout: 120_000 }, async () => {
  const modelDirectory = path.join(dataDirectory, 'models')
  await mkdir(modelDirectory)
  await writeFile(path.join(modelDirectory, 'e5-small-q4.bin'), 'not a model')
  const server = start({ PARLEY_MODEL_DIR: modelDirectory, LC_ALL: 'zh_CN.UTF-8' })
  const address = await ready(server)
  expect(server.said()).toMatch(/^parley: model_corrupt: 语言模型文件已损坏/m)
  expect(await health(address)).toMatchObject({ status: 'degraded', database: 'ok', encoder: 'unavailable' })
  expect(await end(server.child, 'SIGTERM')).toBe(0)
})
