import { randomUUID } from 'node:crypto'
import { createHttpClient } from '@parley/client'
import type { Cursors, Message } from '@parley/protocol'
import { createServerProcess, type EventListener, listenToEvents, TEST_PASSWORD, until } from '@parley/testkit'
import { expect, test } from 'vitest'

const SENDERS = 10
const READERS = 100
const KILLS = 3

/** A reader that resumes from its own cursors whenever the server is back, and keeps every message it gets. */
class Reader {
  readonly messages: Message[] = []
  private listener: EventListener | undefined
  private taken = 0
  private isDone = false

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly cursors: Cursors,
  ) {}

  async run(): Promise<void> {
    while (!this.isDone) {
      await this.connect().catch(() => undefined)
      await until(() => this.isDone || !this.isOpen(), 'the connection ends', 120_000)
      this.take()
    }
  }

  stop(): void {
    this.take()
    this.isDone = true
    this.listener?.socket.terminate()
  }

  take(): void {
    for (const event of this.listener?.events.slice(this.taken) ?? []) {
      this.taken += 1
      this.cursors[event.streamId] = event.seq
      if (event.type === 'message-created') this.messages.push(event.message)
    }
  }

  private isOpen(): boolean {
    return this.listener?.closeCode === null
  }

  private async connect(): Promise<void> {
    this.take()
    this.listener = undefined
    this.taken = 0
    this.listener = await listenToEvents(this.url, this.token, this.cursors)
  }
}

/** Sends one message after the other, each again and again under its id until it is acknowledged. */
async function sendUntil(isOver: () => boolean, name: string, url: string, token: string, channelId: string) {
  const http = createHttpClient({ baseUrl: url, token, timeoutMs: 3_000 })
  const sent: Message[] = []
  while (!isOver()) {
    const body = { channelId, text: `${name} ${sent.length}`, clientMessageId: randomUUID() }
    for (;;) {
      const answer = await http.command('messages.send', body).catch(() => null)
      if (answer) {
        sent.push(answer.message)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return sent
}

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

async function readAll(http: ReturnType<typeof createHttpClient>, channelId: string): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const before = all.at(-1)?.seq
    const { messages } = await http.query('messages.list', { channelId, limit: 200, ...(before && { before }) })
    if (messages.length === 0) return all.reverse()
    all.push(...messages)
  }
}
