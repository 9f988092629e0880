import { randomUUID } from 'node:crypto'
import { createHttpClient } from '@parley/client'
import type { Cursors, Message } from '@parley/protocol'
import { type EventListener, listenToEvents, until } from '@parley/testkit'

/** A reader that resumes from its own cursors whenever the server is back, and keeps every message it gets. */
export class Reader {
  readonly messages: Message[] = []
  connections = 0
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
    this.connections += 1
  }
}

/** Sends one message after the other, each again and again under its id until it is acknowledged. */
export async function sendUntil(
  isOver: () => boolean,
  name: string,
  url: string,
  token: string,
  channelId: string,
  onFailure: (error: unknown) => void = () => undefined,
) {
  const http = createHttpClient({ baseUrl: url, token, timeoutMs: 3_000 })
  const sent: Message[] = []
  while (!isOver()) {
    const body = { channelId, text: `${name} ${sent.length}`, clientMessageId: randomUUID() }
    for (;;) {
      const answer = await http.command('messages.send', body).catch(onFailure)
      if (answer) {
        sent.push(answer.message)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return sent
}

/** Every message of a channel, oldest first. */
export async function readAll(http: ReturnType<typeof createHttpClient>, channelId: string): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const before = all.at(-1)?.seq
    const { messages } = await http.query('messages.list', { channelId, limit: 200, ...(before && { before }) })
    if (messages.length === 0) return all.reverse()
    all.push(...messages)
  }
}
