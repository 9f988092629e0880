import { createHttpClient } from '@parley/client'
import { createServerProcess, TEST_PASSWORD } from '@parley/testkit'
import { expect, test } from 'vitest'
import { readAllMessages } from '../support/read-all-messages'
import { Load, Reader, untilAllHave } from './load'

const SENDERS = 10
const READERS = 100
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
  const { cursors } = await http.query('state', {})
  const readers = Array.from({ length: READERS }, () => new Reader(server.url, token, { ...cursors }))
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
