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

export interface LoadOptions {
  readonly url: string
  readonly token: string
  readonly channelId: string
  readonly senders: number
  readonly onFailure?: (error: unknown) => void
}

/** People who send one message after the other, each again and again under its id until it is acknowledged. */
export class Load {
  private readonly acknowledged: Message[][]
  private readonly sending: Promise<unknown>
  private isOver = false

  constructor(private readonly options: LoadOptions) {
    this.acknowledged = Array.from({ length: options.senders }, () => [])
    this.sending = Promise.all(this.acknowledged.map((sent, index) => this.send(nameOf(index), sent)))
  }

  /** Resolves when so many more messages were acknowledged: the server is in the midst of its work. */
  async acknowledges(more: number): Promise<void> {
    const wanted = this.count() + more
    await until(() => this.count() >= wanted, `${more} more messages are acknowledged`, 60_000)
  }

  /** Ends the sending; answers what was acknowledged to each sender, by the beginning of its texts. */
  async stop(): Promise<ReadonlyMap<string, readonly Message[]>> {
    this.isOver = true
    await this.sending
    return new Map(this.acknowledged.map((sent, index) => [nameOf(index), sent]))
  }

  private count(): number {
    return this.acknowledged.reduce((sum, sent) => sum + sent.length, 0)
  }

  private async send(name: string, sent: Message[]): Promise<void> {
    const { url, token, channelId, onFailure = () => undefined } = this.options
    const http = createHttpClient({ baseUrl: url, token, timeoutMs: 3_000 })
    while (!this.isOver) {
      const body = { channelId, text: `${name}${sent.length}`, clientMessageId: randomUUID() }
      const attempt = async () => {
        const answer = await http.command('messages.send', body).catch(onFailure)
        if (answer) sent.push(answer.message)
        return answer !== undefined
      }
      await until(attempt, 'the message is acknowledged', 60_000)
    }
  }
}

const nameOf = (sender: number): string => `s${sender} `

/** Resolves when every reader has as many messages. */
export async function untilAllHave(readers: readonly Reader[], count: number): Promise<void> {
  const haveAll = () => {
    for (const reader of readers) reader.take()
    return readers.every((reader) => reader.messages.length >= count)
  }
  await until(haveAll, 'every reader has everything', 60_000)
}
