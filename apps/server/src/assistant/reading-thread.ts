import { Worker } from 'node:worker_threads'
import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import { encodeMessages, type Person } from '@parley/nlu'
import type { Comprehended, Comprehension, MessageToRead } from './comprehension'
import type { FromReadingThread, ReadingStart, ToReadingThread } from './reading-wire'

export interface ReadingThreadOptions extends ReadingStart {
  /** The bundled `reading-worker.ts`. */
  readonly entryPath: string
  readonly encoder: Encoder | null
  readonly onError: (error: unknown) => void
}

interface Pending {
  resolve(messages: readonly Comprehended[]): void
  reject(error: Error): void
}

const RESTART_MS = 500
/** What is short-lived in the thread; the default of 48 MB would stay in memory after the first work. */
const MAX_YOUNG_MB = 12

/**
 * Reads messages beside the event loop: the encoder's pass in its process, everything else in a thread. A thread that
 * fails is replaced, and what it was reading is asked again by whoever asked.
 */
export class ReadingThread implements Comprehension {
  readonly madeBy: string
  private worker: Worker
  private readonly pending = new Map<number, Pending>()
  private lastRequestId = 0
  private lastDirectoryId = 0
  private sentDirectory: readonly Person[] | null = null
  private isClosed = false

  constructor(private readonly options: ReadingThreadOptions) {
    this.madeBy = options.encoder?.id ?? 'rules'
    this.worker = this.startWorker()
  }

  async read(messages: readonly MessageToRead[], priority: 'interactive' | 'background'): Promise<Comprehended[]> {
    const first = messages[0]
    if (!first) return []
    const encodings = await this.encode(messages, priority)
    const directoryId = this.sendDirectory(first.situation.directory)
    const requestId = ++this.lastRequestId
    const answer = new Promise<readonly Comprehended[]>((resolve, reject) => {
      this.pending.set(requestId, { resolve, reject })
    })
    this.send({
      type: 'read',
      requestId,
      directoryId,
      encodings,
      messages: messages.map(({ text, situation: { directory: _, ...situation } }) => ({ text, situation })),
    })
    return [...(await answer)]
  }

  /** To be called when heads were trained that were missing before. */
  openHeads(): void {
    this.send({ type: 'open-heads' })
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.worker.terminate()
  }

  /** Empty while the encoder is away: the words alone decide then, which the prediction says. */
  private async encode(messages: readonly MessageToRead[], priority: 'interactive' | 'background') {
    const none: Encoding[][] = []
    if (!this.options.encoder) return none
    try {
      const texts = messages.map(({ text }) => text)
      return await encodeMessages(this.options.encoder, texts, { priority })
    } catch (error) {
      if (error instanceof EncoderUnavailableError) return none
      throw error
    }
  }

  /** Thousands of people are not copied for every message: the directory is sent again when it is another one. */
  private sendDirectory(people: readonly Person[]): number {
    if (this.sentDirectory !== people) {
      this.sentDirectory = people
      this.lastDirectoryId += 1
      this.send({ type: 'directory', directoryId: this.lastDirectoryId, people })
    }
    return this.lastDirectoryId
  }

  private send(order: ToReadingThread): void {
    this.worker.postMessage(order)
  }

  private startWorker(): Worker {
    const worker = new Worker(this.options.entryPath, {
      workerData: { intents: this.options.intents, readsSentiment: this.options.readsSentiment } satisfies ReadingStart,
      resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB },
    })
    worker.unref()
    worker.on('message', (answer: FromReadingThread) => this.settle(answer))
    worker.on('error', this.options.onError)
    worker.on('exit', () => this.replaceWorker())
    return worker
  }

  private settle(answer: FromReadingThread): void {
    const pending = this.pending.get(answer.requestId)
    this.pending.delete(answer.requestId)
    if (answer.type === 'read') pending?.resolve(answer.messages)
    else pending?.reject(new Error(answer.reason))
  }

  private replaceWorker(): void {
    this.rejectPending()
    if (this.isClosed) return
    setTimeout(() => {
      if (this.isClosed) return
      // What was asked of the dead thread meanwhile went nowhere, the directory with it.
      this.rejectPending()
      this.sentDirectory = null
      this.worker = this.startWorker()
    }, RESTART_MS).unref()
  }

  private rejectPending(): void {
    for (const { reject } of this.pending.values()) reject(new Error('the reading thread ended'))
    this.pending.clear()
  }
}
