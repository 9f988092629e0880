import { createHttpClient, type HttpClient } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { createServerProcess, createTestDatabase, type ServerProcess, TEST_PASSWORD, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { closeGate } from './gate'

/** Soon enough to wait for, late enough to be scheduled at all. */
const AHEAD_MS = 2_000

test.each(['undone', 'done'] as const)(
  'a scheduled message is there once when the server is killed between sending it and noting that (the note %s)',
  { timeout: 300_000 },
  async (outcome) => {
    const database = await createTestDatabase()
    await using server = await createServerProcess({
      environment: {
        DATABASE_URL: database.url,
        PARLEY_ADMIN_EMAIL: 'owner@example.org',
        PARLEY_ADMIN_PASSWORD: TEST_PASSWORD,
      },
    })
    await server.start()
    const http = await signIn(server)
    const { channel } = await http.command('channels.create', { name: 'Harbour', kind: 'public', withAssistant: false })
    const gate = await closeGate(database.url, { table: 'scheduled_messages', moment: 'before delete' })
    const sendAt = new Date(Date.now() + AHEAD_MS).toISOString()
    await http.command('messages.schedule', { channelId: channel.id, text: 'the ship is in', sendAt })
    await gate.holdsSomebody()
    expect(await readTexts(http, channel.id)).toEqual(['the ship is in'])
    await server.kill()
    await (outcome === 'done' ? gate.open() : gate.turnBack())
    await gate[Symbol.asyncDispose]()
    await server.start()
    await until(async () => (await readWaiting(http)).length === 0, 'nothing waits to be sent', 60_000)
    expect(await readTexts(http, channel.id)).toEqual(['the ship is in'])
    await server.stop()
    await database.drop()
  },
)

async function signIn({ url }: ServerProcess): Promise<HttpClient> {
  const credentials = { email: 'owner@example.org', password: TEST_PASSWORD }
  const { token } = await createHttpClient({ baseUrl: url }).command('auth.signIn', credentials)
  return createHttpClient({ baseUrl: url, token })
}

const readTexts = async (http: HttpClient, channelId: ChannelId) =>
  (await http.query('messages.list', { channelId })).messages.map(({ text }) => text)

const readWaiting = async (http: HttpClient) => (await http.query('state', {})).scheduledMessages
