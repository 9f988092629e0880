import { createHttpClient } from '@parley/client'
import { createServerProcess, TEST_PASSWORD, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { Reader, readAll, sendUntil } from './load'

const SENDERS = 10
const READERS = 100
const KILLS = 3

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

  let isOver = false
  const sending = Promise.all(
    Array.from({ length: SENDERS }, (_, index) => sendUntil(() => isOver, `s${index}`, server.url, token, channel.id)),
  )
  for (let kill = 0; kill < KILLS; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * 700))
    await server.kill()
    await server.start()
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  isOver = true
  const acknowledged = await sending
  const stored = await readAll(http, channel.id)

  expect(acknowledged.flat().length).toBeGreaterThan(100)
  expect(stored.map((message) => message.messageNumber)).toEqual(stored.map((_, index) => index + 1))
  // Acknowledged once means stored once, under the numbers that were acknowledged, in each sender's order.
  for (const [index, messages] of acknowledged.entries()) {
    const own = stored.filter((message) => message.text.startsWith(`s${index} `))
    expect(own).toEqual(messages)
  }
  await until(
    () => {
      for (const reader of readers) reader.take()
      return readers.every((reader) => reader.messages.length >= stored.length)
    },
    'every reader has everything',
    60_000,
  )
  for (const reader of readers) {
    reader.stop()
    expect(reader.messages.map((message) => message.id)).toEqual(stored.map((message) => message.id))
  }
  await reading
})
