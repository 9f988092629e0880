import { randomUUID } from 'node:crypto'
import { createHttpClient } from '@parley/client'
import {
  createServerProcess,
  createTestDatabase,
  type ReceivedPost,
  startReceiver,
  TEST_PASSWORD,
  until,
} from '@parley/testkit'
import { expect, test } from 'vitest'
import { closeGate } from './gate'

const textOf = ({ body }: ReceivedPost): string => JSON.parse(body).event.message.text
const idOf = ({ headers }: ReceivedPost) => String(headers['webhook-id'])

test.each(['undone', 'done'] as const)(
  'kill -9 between two deliveries of a webhook loses none, keeps their order, and repeats at most the one that was not noted (the note %s)',
  { timeout: 300_000 },
  async (outcome) => {
    const database = await createTestDatabase()
    await using receiver = await startReceiver()
    await using server = await createServerProcess({
      environment: {
        DATABASE_URL: database.url,
        PARLEY_ADMIN_EMAIL: 'owner@example.org',
        PARLEY_ADMIN_PASSWORD: TEST_PASSWORD,
        PARLEY_HOOK_HOSTS: '127.0.0.1',
      },
    })
    await server.start()
    const credentials = { email: 'owner@example.org', password: TEST_PASSWORD }
    const { token } = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', credentials)
    const http = createHttpClient({ baseUrl: server.url, token })
    const { channel } = await http.command('channels.create', { name: 'Harbour', kind: 'public', withAssistant: false })
    await http.command('outgoingHooks.create', { name: 'Archive', channelId: channel.id, url: receiver.url })
    const say = (text: string) =>
      http.command('messages.send', { channelId: channel.id, text, clientMessageId: randomUUID() })

    const gate = await closeGate(database.url, {
      table: 'hook_deliveries',
      moment: 'before update',
      when: "new.status = 'delivered'",
    })
    const texts = ['first', 'second', 'third']
    for (const text of texts) await say(text)
    await gate.holdsSomebody()
    expect(receiver.posts.map(textOf)).toEqual(['first'])
    await server.kill()
    await (outcome === 'done' ? gate.open() : gate.turnBack())
    await gate[Symbol.asyncDispose]()
    await server.start()

    await until(() => receiver.posts.some((post) => textOf(post) === 'third'), 'the last one has arrived', 60_000)
    const repeated = outcome === 'done' ? [] : ['first']
    expect(receiver.posts.map(textOf)).toEqual(['first', ...repeated, 'second', 'third'])
    expect(new Set(receiver.posts.map(idOf)).size).toBe(texts.length)
    await server.stop()
    await database.drop()
  },
)
