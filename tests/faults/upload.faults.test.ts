import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createHttpClient, type HttpClient, uploadFile } from '@parley/client'
import { createServerProcess, createTestDatabase, TEST_PASSWORD, withConnection } from '@parley/testkit'
import { expect, test } from 'vitest'
import { closeGate, type Gate } from './gate'

const bytes = randomBytes(5_300_000)
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

async function startServer() {
  const database = await createTestDatabase()
  const server = await createServerProcess({
    environment: {
      DATABASE_URL: database.url,
      PARLEY_ADMIN_EMAIL: 'owner@example.org',
      PARLEY_ADMIN_PASSWORD: TEST_PASSWORD,
    },
  })
  await server.start()
  const credentials = { email: 'owner@example.org', password: TEST_PASSWORD }
  const { token } = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', credentials)
  const stop = async () => {
    await server[Symbol.asyncDispose]()
    await database.drop()
  }
  return { database, server, token, http: createHttpClient({ baseUrl: server.url, token }), stop }
}

type Started = Awaited<ReturnType<typeof startServer>>

const begin = (http: HttpClient, onProgress: (offset: number) => void) =>
  uploadFile(
    {
      name: 'tides.bin',
      bytes: new Blob([bytes]),
      clientFileId: randomUUID(),
      onProgress: ({ offset }) => onProgress(offset),
    },
    { http },
  )

/** There is one file, whole, and it can be sent. */
async function expectWhole({ database, server, token, http }: Started, fileId: string) {
  const { channel } = await http.command('channels.create', { name: 'Harbour', kind: 'public', withAssistant: false })
  const body = { channelId: channel.id, text: '', fileIds: [fileId as never], clientMessageId: randomUUID() }
  expect((await http.command('messages.send', body)).message.files).toHaveLength(1)
  const answer = await fetch(`${server.url}/api/files/${fileId}`, { headers: { authorization: `Bearer ${token}` } })
  const received = Buffer.from(await answer.arrayBuffer())
  expect([received.length, hashOf(received)]).toEqual([bytes.length, hashOf(bytes)])
  const { rows } = await withConnection(database.url, (client) => client.query('select id from files'))
  expect(rows).toEqual([{ id: fileId }])
}

test('kill -9 between the parts of an upload costs nothing but time: it goes on where it stood', {
  timeout: 300_000,
}, async () => {
  const started = await startServer()
  const offsets: number[] = []
  let restarted: Promise<void> | undefined
  const { server } = started
  const file = await begin(started.http, (offset) => {
    offsets.push(offset)
    if (offset >= 2_000_000) restarted ??= server.kill().then(() => server.start())
  })
  expect(restarted).toBeDefined()
  await restarted
  // What had arrived was not sent again.
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
  await expectWhole(started, file.id)
  await started.stop()
})

test.each(['undone', 'done'] as const)(
  'kill -9 while an upload is put in its place leaves one whole file (the note of it %s)',
  { timeout: 300_000 },
  async (outcome) => {
    const started = await startServer()
    const { server, database } = started
    const place = { table: 'files', moment: 'before update', when: 'new.completed_at is not null' } as const
    const gate: Gate = await closeGate(database.url, place)
    const uploading = begin(started.http, () => undefined)
    await gate.holdsSomebody()
    await server.kill()
    await (outcome === 'done' ? gate.open() : gate.turnBack())
    await gate[Symbol.asyncDispose]()
    await server.start()
    await expectWhole(started, (await uploading).id)
    await started.stop()
  },
)
