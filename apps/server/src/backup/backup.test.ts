import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import { createHttpClient, type HttpClient, uploadFile } from '@parley/client'
import {
  createTestDatabase,
  type ReceivedPost,
  startReceiver,
  startTestParley,
  type TestParley,
  type TestPerson,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRulesOnlyEngine } from '../assistant/start-language-engine'
import { createDirectoryStorage } from '../files/directory-storage'
import { createLog } from '../log'
import { type ParleyServer, startParley } from '../parley'
import { readSecretKeys, writeKeyFile } from '../secrets/secret-keys'
import { BackupError } from './backup-format'
import { createSealing } from './encrypted-stream'
import { bringUpToDate, checkBackup, restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

const programDirectory = fileURLToPath(new URL('../../../../dist', import.meta.url))

const KEY = randomBytes(32)

let parley: TestParley
let wei: TestPerson
let directory: string
let channelId: Awaited<ReturnType<TestParley['createChannel']>>['id']
beforeAll(async () => {
  parley = await startTestParley({ secretKeys: [KEY], hookHosts: ['127.0.0.1'] })
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('发布', [wei])).id
  directory = await mkdtemp(path.join(tmpdir(), 'parley-backup-'))
  await fill()
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

const send = (http: HttpClient, text: string, more: object = {}) =>
  http.command('messages.send', { channelId, text, clientMessageId: randomUUID(), ...more })

/** Something of everything: a thread, a reaction, a file, an unread message, awkward characters. */
async function fill(): Promise<void> {
  const { message } = await send(wei.http, 'tabs\tand \\N and "quotes"\nand 换行')
  await send(parley.owner.http, 'a reply', { threadId: message.id })
  await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '🎉', isAdded: true })
  const upload = { name: '计划.txt', bytes: new Blob(['the plan']), clientFileId: randomUUID() }
  const file = await uploadFile(upload, { http: wei.http })
  await send(wei.http, '', { fileIds: [file.id] })
}

const fileOf = (name: string) => path.join(directory, name)
const storageOf = (server: ParleyServer) => server.services.files.storage

async function backUp(name: string, passphrase?: string, databaseUrl = parley.databaseUrl) {
  const { stream, written } = writeBackup({
    databaseUrl,
    storage: storageOf(parley.server),
    secretKey: KEY,
    parleyVersion: 'test',
    onProgress: () => undefined,
  })
  const sealing = passphrase ? [await createSealing(passphrase)] : []
  await Promise.all([pipeline([stream, createGzip(), ...sealing, createWriteStream(fileOf(name))]), written])
  return written
}

const reading = (name: string, passphrase?: string) => ({ path: fileOf(name), passphrase, onProgress: () => undefined })

async function restore(name: string) {
  const database = await createTestDatabase()
  const files = await mkdtemp(path.join(directory, 'files-'))
  const storage = createDirectoryStorage(path.join(files, 'files'))
  const workDirectory = path.join(files, 'restoring')
  const keepSecretKey = (key: Buffer) => writeKeyFile(files, key)
  const restoring = { ...reading(name), databaseUrl: database.url, storage, workDirectory, keepSecretKey }
  return { database, files, restored: restoreBackup(restoring).then(() => bringUpToDate(database.url)) }
}

async function startOn(databaseUrl: string, files: string, hookHosts: readonly string[] = []): Promise<ParleyServer> {
  const log = createLog('silent')
  const place = { host: '127.0.0.1', port: 0, databaseUrl, programDirectory, webDirectory: null, version: 'test' }
  const settings = { files: { directory: files, maxBytes: 1_000_000 }, hasRateLimits: false, hookHosts }
  const secretKeys = await readSecretKeys({ dataDirectory: files, secretKeys: [] })
  return startParley({
    ...place,
    ...settings,
    secretKeys,
    log,
    engine: startRulesOnlyEngine({ programDirectory, log }),
  })
}

/** CopyDone of PostgreSQL's protocol, whole. */
const COPY_DONE = Buffer.from('c\0\0\0\x04', 'latin1')

/** A way to the database on which what follows the end of a copy comes 20 ms later. */
async function startSlowEnds(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const socket = path.join(target.searchParams.get('host') ?? '', '.s.PGSQL.5432')
  const proxy = createServer((client) => {
    const database = createConnection(socket)
    const slowly = new Transform({
      async transform(bytes: Buffer, _encoding, done) {
        const end = bytes.indexOf(COPY_DONE)
        if (end === -1) return done(null, bytes)
        this.push(bytes.subarray(0, end + COPY_DONE.length))
        await delay(20)
        done(null, bytes.subarray(end + COPY_DONE.length))
      },
    })
    client.pipe(database).pipe(slowly).pipe(client)
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  target.searchParams.set('host', '127.0.0.1')
  target.searchParams.set('port', String((proxy.address() as AddressInfo).port))
  return { url: target.href, stop: async () => void proxy.close() }
}

/** Everything that a person sees. */
async function seen(http: HttpClient) {
  const state = await http.query('state', {})
  const messages = await http.query('messages.list', { channelId, limit: 100 })
  return { state, messages }
}

describe('a backup', () => {
  test('made while people write and restored elsewhere is one moment of everything, and life goes on from there', async () => {
    let isWriting = true
    const writing = (async () => {
      for (let count = 0; isWriting; count += 1) await send(wei.http, `meanwhile ${count}`)
    })()
    const manifest = await backUp('live.backup')
    isWriting = false
    await writing
    expect(manifest.files).toBe(1)

    const { database, files, restored } = await restore('live.backup')
    await restored
    const server = await startOn(database.url, files)
    try {
      for (const person of [parley.owner, wei]) {
        // Sessions are restored, too: the same token opens the same eyes.
        const http = createHttpClient({ baseUrl: server.url, token: person.token })
        const there = await seen(http)
        const here = await seen(person.http)
        const last = there.messages.messages[0]?.seq ?? 0
        expect(last).toBeGreaterThan(0)
        const upToThen = here.messages.messages.filter(({ seq }) => seq <= last)
        expect(there.messages.messages).toEqual(upToThen.slice(0, there.messages.messages.length))
        expect(there.state.users).toEqual(here.state.users)
        expect(there.state.channels.map(({ channel }) => channel)).toEqual(
          here.state.channels.map(({ channel }) => channel),
        )
      }
      const http = createHttpClient({ baseUrl: server.url, token: wei.token })
      const before = (await http.query('state', {})).cursors[channelId as string as never] as number
      expect((await send(http, 'life goes on')).message.seq).toBe(before + 1)
    } finally {
      await server.stop()
      await database.drop()
    }
  })

  test('brings the bytes of files along', async () => {
    await backUp('files.backup')
    const { database, files, restored } = await restore('files.backup')
    await restored
    const storage = createDirectoryStorage(path.join(files, 'files'))
    const keys: string[] = []
    for await (const key of storage.keys()) keys.push(key)
    const content = await storage.open(keys[0] ?? '')
    expect(String(await content?.toArray())).toBe('the plan')
    await database.drop()
  })

  test('brings along what opens the secrets in it: a webhook signs as before', async () => {
    await using receiver = await startReceiver()
    const hook = { name: 'CI', channelId, url: receiver.url, eventTypes: ['message-created' as const] }
    const { outgoingHook, secret } = await parley.owner.http.command('outgoingHooks.create', hook)
    await backUp('hooks.backup')
    const { database, files, restored } = await restore('hooks.backup')
    await restored
    const server = await startOn(database.url, files, ['127.0.0.1'])
    try {
      const http = createHttpClient({ baseUrl: server.url, token: parley.owner.token })
      await http.command('outgoingHooks.test', { hookId: outgoingHook.id })
      const [{ body, headers }] = (await receiver.waitFor(1)) as [ReceivedPost]
      const signed = createHmac('sha256', secret).update(`v0:${headers['x-parley-request-timestamp']}:${body}`)
      expect(headers['x-parley-signature']).toBe(`v0=${signed.digest('hex')}`)
    } finally {
      await server.stop()
      await database.drop()
      await parley.owner.http.command('outgoingHooks.remove', { hookId: outgoingHook.id })
    }
  })

  test('leaves every row as it was', async () => {
    const manifest = await backUp('rows.backup')
    const { database, files, restored } = await restore('rows.backup')
    await restored
    const again = writeBackup({
      databaseUrl: database.url,
      storage: createDirectoryStorage(path.join(files, 'files')),
      secretKey: KEY,
      parleyVersion: 'test',
      onProgress: () => undefined,
    })
    await pipeline(again.stream, createWriteStream(fileOf('again.tar')))
    expect((await again.written).rows).toEqual(manifest.rows)
    await database.drop()
  })

  test('counts all rows also when the network brings the end of a table later than its rows', async () => {
    const slow = await startSlowEnds(parley.databaseUrl)
    try {
      const manifest = await backUp('slow.backup', undefined, slow.url)
      expect(manifest.rows.events).toBeGreaterThan(0)
      await checkBackup(reading('slow.backup'))
    } finally {
      await slow.stop()
    }
    const { database, restored } = await restore('slow.backup')
    await expect(restored).resolves.toBeUndefined()
    await database.drop()
  })

  test('is found whole by a check, and damaged when one byte of it is another', async () => {
    await backUp('whole.backup')
    expect((await checkBackup(reading('whole.backup'))).header.parleyVersion).toBe('test')
    const bytes = await readFile(fileOf('whole.backup'))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(fileOf('damaged.backup'), bytes)
    await expect(checkBackup(reading('damaged.backup'))).rejects.toThrow(BackupError)
    await writeFile(fileOf('short.backup'), bytes.subarray(0, middle))
    await expect(checkBackup(reading('short.backup'))).rejects.toThrow(BackupError)
  })

  test('that is damaged leaves the database as it was', async () => {
    const { database, restored } = await restore('damaged.backup')
    await expect(restored).rejects.toThrow(BackupError)
    const { restored: second } = await restore('whole.backup')
    await expect(second).resolves.toBeUndefined()
    await database.drop()
  })

  test('is not restored over people who are here', async () => {
    const storage = createDirectoryStorage(fileOf('elsewhere'))
    const keepSecretKey = () => Promise.reject(new Error('nothing is kept of it'))
    const restoring = { ...reading('whole.backup'), databaseUrl: parley.databaseUrl, storage, keepSecretKey }
    const outcome = restoreBackup({ ...restoring, workDirectory: fileOf('restoring') })
    await expect(outcome).rejects.toMatchObject({ code: 'not_empty' })
    expect((await parley.owner.http.query('state', {})).users.length).toBeGreaterThan(1)
  })

  test('that is encrypted opens with its passphrase alone', async () => {
    await backUp('sealed.backup', '正确的 passphrase')
    expect((await checkBackup(reading('sealed.backup', '正确的 passphrase'))).manifest.files).toBe(1)
    await expect(checkBackup(reading('sealed.backup', 'wrong'))).rejects.toMatchObject({ code: 'wrong_passphrase' })
    await expect(checkBackup(reading('sealed.backup'))).rejects.toMatchObject({ code: 'passphrase_missing' })
    const bytes = await readFile(fileOf('sealed.backup'))
    await writeFile(fileOf('cut.backup'), bytes.subarray(0, bytes.length - 40))
    await expect(checkBackup(reading('cut.backup', '正确的 passphrase'))).rejects.toThrow(BackupError)
  })
})
