import { createHttpClient, type HttpClient } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { createServerProcess, TEST_PASSWORD } from '@parley/testkit'
import { expect, test } from 'vitest'
import { readAllMessages } from '../support/read-all-messages'
import { Load, Reader, untilAllHave } from './load'

const SENDERS = 10
/** A hundred readers: one person may not have so many sockets. */
const ACCOUNTS = 4
const READERS_EACH = 25
const KILLS = 3
const MESSAGES_BETWEEN_KILLS = 200

test('kill -9 of the server under load loses, doubles and reorders nothing', { timeout: 300_000 }, async () => {
  await using server = await createServerProcess({
    environment: { PARLEY_ADMIN_EMAIL: 'owner@example.org', PARLEY_ADMIN_PASSWORD: TEST_PASSWORD },
  })
  await server.start()
  const { token } = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', {
    email: 'owner@example.org',
    password: TEST_PASSWORD,
  })
  const http = createHttpClient({ baseUrl: server.url, token })
  const { channel } = await http.command('channels.create', { name: 'load', kind: 'public', withAssistant: false })
  const accounts = await Promise.all(
    Array.from({ length: ACCOUNTS }, (_unused, at) => createReader(http, server.url, channel.id, at)),
  )
  const readers = accounts.flatMap((account) =>
    Array.from({ length: READERS_EACH }, () => new Reader(server.url, account.token, { ...account.cursors })),
  )
  const reading = Promise.all(readers.map((reader) => reader.run()))

  const load = new Load({ url: server.url, token, channelId: channel.id, senders: SENDERS })
  for (let kill = 0; kill < KILLS; kill += 1) {
    await load.acknowledges(MESSAGES_BETWEEN_KILLS)
    await server.kill()
    await server.start()
  }
  await load.acknowledges(MESSAGES_BETWEEN_KILLS)
  const acknowledged = await load.stop()
  const stored = await readAllMessages(http, channel.id)

  expect(stored.map((message) => message.messageNumber)).toEqual(stored.map((_, index) => index + 1))
  // Acknowledged once means stored once, under the numbers that were acknowledged, in each sender's order.
  for (const [name, messages] of acknowledged) {
    expect(stored.filter((message) => message.text.startsWith(name))).toEqual(messages)
  }
  await untilAllHave(readers, stored.length)
  for (const reader of readers) {
    reader.stop()
    expect(reader.messages.map((message) => message.id)).toEqual(stored.map((message) => message.id))
  }
  await reading
})

async function createReader(owner: HttpClient, baseUrl: string, channelId: ChannelId, at: number) {
  const session = { email: `reader${at}@example.org`, password: TEST_PASSWORD }
  await owner.command('users.create', { ...session, name: `Reader ${at}`, role: 'member' })
  const { token } = await createHttpClient({ baseUrl }).command('auth.signIn', session)
  const http = createHttpClient({ baseUrl, token })
  await http.command('channels.join', { channelId })
  const { cursors } = await http.query('state', {})
  return { token, cursors }
}
