import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHttpClient, type HttpClient } from '@parley/client'
import { ParleyError } from '@parley/protocol'
import { createServerProcess, type ServerProcess, TEST_PASSWORD, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { readAllMessages } from '../support/read-all-messages'
import { Load, Reader, untilAllHave } from './load'

const environment = { PARLEY_ADMIN_EMAIL: 'owner@example.org', PARLEY_ADMIN_PASSWORD: TEST_PASSWORD }
const SENDERS = 5
const READERS = 20
const KILLS = 2
const MESSAGES_BETWEEN_KILLS = 100

async function signIn(server: ServerProcess): Promise<{ readonly http: HttpClient; readonly token: string }> {
  const { token } = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', {
    email: environment.PARLEY_ADMIN_EMAIL,
    password: TEST_PASSWORD,
  })
  return { token, http: createHttpClient({ baseUrl: server.url, token }) }
}

const codeOf = (error: unknown): string => (error instanceof ParleyError ? error.code : String(error))

/** Asks for the health until told to stop; answers all that was said of the database. */
async function watchHealth(http: HttpClient, isOver: () => boolean): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const look = async () => {
    seen.add((await http.query('health', {})).database)
    return isOver()
  }
  await until(look, 'the test is over', 180_000)
  return seen
}

/** Kills the bundled database under the server, and waits until its successor answers. */
async function replaceDatabase(server: ServerProcess, http: HttpClient): Promise<void> {
  const killed = await server.databasePid()
  process.kill(killed, 'SIGKILL')
  const isReplaced = async () => {
    if (!server.isAlive()) throw new Error(`the server ended with its database:\n${server.output()}`)
    return (await server.databasePid().catch(() => killed)) !== killed
  }
  await until(isReplaced, 'the database was started again', 60_000)
  await until(async () => (await http.query('health', {})).database === 'ok', 'it answers again', 60_000)
}

test('a database killed under load comes back: nothing lost or doubled, the same sockets go on', {
  timeout: 180_000,
}, async () => {
  await using server = await createServerProcess({ environment })
  await server.start()
  const { http, token } = await signIn(server)
  const { channel } = await http.command('channels.create', { name: 'load', kind: 'public', withAssistant: false })
  const { cursors } = await http.query('state', {})
  const readers = Array.from({ length: READERS }, () => new Reader(server.url, token, { ...cursors }))
  const reading = Promise.all(readers.map((reader) => reader.run()))
  await until(() => readers.every((reader) => reader.connections === 1), 'all readers are connected')

  let isOver = false
  const health = watchHealth(http, () => isOver)
  const failures = new Set<string>()
  const onFailure = (error: unknown) => void failures.add(codeOf(error))
  const load = new Load({ url: server.url, token, channelId: channel.id, senders: SENDERS, onFailure })
  for (let kill = 0; kill < KILLS; kill += 1) {
    await load.acknowledges(MESSAGES_BETWEEN_KILLS)
    await replaceDatabase(server, http)
  }
  await load.acknowledges(MESSAGES_BETWEEN_KILLS)
  isOver = true
  const acknowledged = await load.stop()
  const stored = await readAllMessages(http, channel.id)

  expect(server.isAlive()).toBe(true)
  expect([...failures], server.output()).toEqual(['database_unavailable'])
  expect([...(await health)].sort()).toEqual(['ok', 'unavailable'])
  expect(stored.map((message) => message.messageNumber)).toEqual(stored.map((_, index) => index + 1))
  for (const [name, messages] of acknowledged) {
    expect(stored.filter((message) => message.text.startsWith(name))).toEqual(messages)
  }
  await untilAllHave(readers, stored.length)
  for (const reader of readers) {
    reader.stop()
    expect(reader.messages.map((message) => message.id)).toEqual(stored.map((message) => message.id))
    expect(reader.connections).toBe(1)
  }
  await reading
})

const isRoot = process.getuid?.() === 0
if (!isRoot) console.warn('THE TEST OF A FULL DISK IS SKIPPED: only root can mount a small one')

test.skipIf(!isRoot)(
  'a full disk stores nothing more, shows what is there, and ends no process',
  {
    timeout: 180_000,
  },
  async () => {
    await using disk = await mountSmallDisk('256m')
    await using server = await createServerProcess({ environment, dataDirectory: disk.directory })
    await server.start()
    const { http } = await signIn(server)
    const { channel } = await http.command('channels.create', { name: 'full', kind: 'public', withAssistant: false })
    const send = (text: string) =>
      http.command('messages.send', { channelId: channel.id, text, clientMessageId: randomUUID() })
    const { message: earlier } = await send('from before')

    const ballast = join(disk.directory, 'ballast')
    const { bavail, bsize } = await statfs(disk.directory)
    await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 60_000_000)))
    const refusal = await sendUntilRefused(() => send(randomText(30_000)))
    expect(refusal).toMatchObject({ code: 'storage_full', status: 507 })
    await expect(http.command('channels.create', { name: 'another', kind: 'public' })).rejects.toMatchObject({
      code: 'storage_full',
    })
    expect(await readAllMessages(http, channel.id)).toContainEqual(earlier)
    expect(await http.query('health', {})).toMatchObject({ database: 'ok' })
    expect(server.isAlive()).toBe(true)

    await rm(ballast)
    await until(
      () =>
        send('after').then(
          () => true,
          () => false,
        ),
      'messages are stored again',
      30_000,
    )
    const numbers = (await readAllMessages(http, channel.id)).map((message) => message.messageNumber)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  },
)

async function mountSmallDisk(size: string) {
  const directory = await mkdtemp(join(tmpdir(), 'parley-small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory])
  await chmod(directory, 0o711)
  return {
    directory,
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', [directory])
      await rm(directory, { recursive: true })
    },
  }
}

async function sendUntilRefused(send: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    try {
      await send()
    } catch (error) {
      return error
    }
  }
  throw new Error('the disk did not fill')
}

/** Nothing that a database could compress. */
function randomText(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')
}
