import { Worker } from 'node:worker_threads'
import { type Encoder, EncoderUnavailableError, type Encoding, packEncoding } from '@parley/inference'
import { encodeMessages, type IntentExplanation, type IntentFigures, type MissingHeads, type Rule } from '@parley/nlu'
import type { Comprehended, Comprehension, MessageToRead } from './comprehension'
import type { Explainer } from './explainer'
import type { IntentChoice } from './intent-control'
import type { FromReadingThread, Mended, Nameable, ReadingStart, ToReadingThread } from './reading-wire'
import type { Compared, RuleControl, RuleDraft } from './rule-control'

export interface ReadingThreadOptions extends ReadingStart {
  /** The bundled `reading-worker.ts`. */
  readonly entryPath: string
  readonly encoder: Encoder | null
  readonly onError: (error: unknown) => void
}

type Answer = Exclude<FromReadingThread, { type: 'encode' | 'failed' }>

interface Pending {
  resolve(answer: Answer): void
  reject(error: Error): void
  readonly signal?: AbortSignal | undefined
}

const RESTART_MS = 500
const TRIED_AT_ONCE = 32
/** What is short-lived in the thread; the default of 48 MB would stay in memory after the first work, and with 12 MB a flood sweeps up twice as long. */
const MAX_YOUNG_MB = 24

/**
 * Reads messages beside the event loop: the encoder's pass in its process, everything else in a thread. A thread that
 * fails is replaced, and what it was reading is asked again by whoever asked.
 */
export class ReadingThread implements Comprehension, Explainer, RuleControl {
  readonly madeBy: string
  private worker: Worker
  private readonly pending = new Map<number, Pending>()
  private lastRequestId = 0
  private lastDirectoryId = 0
  private sentDirectory: Nameable | null = null
  private choice: IntentChoice | null = null
  private rules: readonly Rule[] = []
  private isClosed = false

  constructor(private readonly options: ReadingThreadOptions) {
    this.madeBy = options.encoder?.id ?? 'rules'
    this.worker = this.startWorker()
  }

  async read(messages: readonly MessageToRead[], priority: 'interactive' | 'background'): Promise<Comprehended[]> {
    const first = messages[0]
    if (!first) return []
    const encodings = await this.encode(messages, priority)
    const { read, mended } = await this.readEncoded(messages, encodings)
    const again = await this.readAsMeant(messages, encodings, mended, priority)
    return read.map((message, index) => withSentence(again.get(index) ?? message, encodings[index]))
  }

  private async readEncoded(messages: readonly MessageToRead[], encodings: readonly Encoding[], meant?: Encoding[]) {
    const unread = this.unread(messages)
    const answer = await this.ask((requestId) => ({
      ...{ type: 'read', requestId, ...unread },
      ...{ encodings: encodings.map(packEncoding), ...(meant && { asMeant: meant.map(packEncoding) }) },
    }))
    return answer.type === 'read' ? { read: answer.messages, mended: answer.mended } : { read: [], mended: [] }
  }

  /** Few messages have slips, and only the thread knows the words that were meant: these cost a second pass and reading. */
  private async readAsMeant(
    messages: readonly MessageToRead[],
    encodings: readonly Encoding[],
    mended: readonly Mended[],
    priority: 'interactive' | 'background',
  ): Promise<Map<number, Comprehended>> {
    const meant = mended.length === 0 ? [] : await this.encodeMeant(mended, priority)
    if (meant.length === 0) return new Map()
    const { read } = await this.readEncoded(
      mended.flatMap(({ index }) => messages[index] ?? []),
      mended.flatMap(({ index }) => encodings[index] ?? []),
      meant,
    )
    return new Map(read.map((message, place) => [mended[place]?.index ?? -1, message]))
  }

  /** What was read before stays as it is. */
  async useRules(rules: readonly Rule[]): Promise<void> {
    await this.ask((requestId) => ({ type: 'use-rules', requestId, rules }))
    this.rules = rules
  }

  /** In portions, so that messages that come in meanwhile are read between them. */
  async tryRules(draft: RuleDraft, messages: readonly MessageToRead[]): Promise<Compared[]> {
    await this.ask((requestId) => ({ type: 'draft-rules', requestId, draft }))
    const compared: Compared[] = []
    for (let at = 0; at < messages.length; at += TRIED_AT_ONCE) {
      compared.push(...(await this.compare(messages.slice(at, at + TRIED_AT_ONCE), at)))
    }
    return compared
  }

  /** Only what the rule may hold for is encoded. */
  private async compare(messages: readonly MessageToRead[], at: number): Promise<Compared[]> {
    const unread = this.unread(messages)
    const matched = await this.ask((requestId) => ({ type: 'match-draft', requestId, ...unread }))
    const indexes = matched.type === 'matched' ? matched.indexes : []
    const wanted = indexes.flatMap((index) => messages[index] ?? [])
    if (wanted.length === 0) return []
    const encodings = await this.encode(wanted, 'background')
    const again = this.unread(wanted)
    const answer = await this.ask((requestId) => ({
      ...{ type: 'compare-draft', requestId, ...again },
      encodings: encodings.map(packEncoding),
    }))
    if (answer.type !== 'compared') return []
    return indexes.flatMap((index, place) => {
      const [before, after] = [answer.before[place], answer.after[place]]
      return before && after ? [{ index: at + index, before, after }] : []
    })
  }

  /** All of them with one directory, which is sent if it is another one. */
  private unread(messages: readonly MessageToRead[]) {
    return {
      directoryId: this.sendDirectory(messages[0]?.situation ?? { directory: [] }),
      messages: messages.map(({ text, situation: { directory: _people, channels: _channels, ...situation } }) => ({
        ...{ text, situation },
      })),
    }
  }

  async explain(text: string, signal: AbortSignal): Promise<IntentExplanation | null> {
    signal.throwIfAborted()
    const answer = await this.ask((requestId) => ({ type: 'explain', requestId, text }), signal)
    return answer.type === 'explained' ? answer.explanation : null
  }

  /** What was read before stays as it is. */
  async useIntents(choice: IntentChoice): Promise<void> {
    await this.ask((requestId) => ({ type: 'use-intents', requestId, choice }))
    this.choice = choice
  }

  async describeIntents(): Promise<IntentFigures | null> {
    const answer = await this.ask((requestId) => ({ type: 'describe-intents', requestId }))
    return answer.type === 'described' ? answer.figures : null
  }

  /** The thread tells it: what heads are trained on is read there already, and is large. */
  async missingHeads(): Promise<MissingHeads> {
    const answer = await this.ask((requestId) => ({ type: 'missing-heads', requestId }))
    return answer.type === 'missing' ? answer.heads : { needed: [], further: [] }
  }

  /** To be called when heads were trained that were missing before. */
  openHeads(): void {
    this.send({ type: 'open-heads' })
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.worker.terminate()
  }

  /** Whoever gives up is answered at once; the thread learns of it when it next wants something encoded. */
  private async ask(orderOf: (requestId: number) => ToReadingThread, signal?: AbortSignal): Promise<Answer> {
    const requestId = ++this.lastRequestId
    const giveUp = () => this.take(requestId)?.reject(new Error('given up', { cause: signal?.reason }))
    signal?.addEventListener('abort', giveUp, { once: true })
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.pending.set(requestId, { resolve, reject, signal })
        this.send(orderOf(requestId))
      })
    } finally {
      signal?.removeEventListener('abort', giveUp)
    }
  }

  private encode(messages: readonly MessageToRead[], priority: 'interactive' | 'background') {
    const texts = messages.map(({ text }) => text)
    return this.ifThere((encoder) => encodeMessages(encoder, texts, { priority }))
  }

  private encodeMeant(mended: readonly Mended[], priority: 'interactive' | 'background') {
    const texts = mended.map(({ text }) => text)
    return this.ifThere((encoder) => encoder.encode(texts, { purpose: 'query', priority }))
  }

  /** Empty while the encoder is away: the words alone decide then, which the prediction says. */
  private async ifThere(encode: (encoder: Encoder) => Promise<Encoding[]>): Promise<Encoding[]> {
    const { encoder } = this.options
    if (!encoder) return []
    try {
      return await encode(encoder)
    } catch (error) {
      if (error instanceof EncoderUnavailableError) return []
      throw error
    }
  }

  /** Thousands of people are not copied for every message: the directory is sent again when it is another one. */
  private sendDirectory({ directory, channels }: Nameable): number {
    const sent = this.sentDirectory
    if (sent?.directory !== directory || sent.channels !== channels) {
      this.sentDirectory = { directory, ...(channels && { channels }) }
      this.lastDirectoryId += 1
      this.send({ type: 'directory', directoryId: this.lastDirectoryId, nameable: this.sentDirectory })
    }
    return this.lastDirectoryId
  }

  private send(order: ToReadingThread): void {
    this.worker.postMessage(order, buffersOf(order))
  }

  private startWorker(): Worker {
    const worker = new Worker(this.options.entryPath, {
      workerData: { intents: this.options.intents, readsSentiment: this.options.readsSentiment } satisfies ReadingStart,
      resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB },
    })
    worker.unref()
    worker.on('message', (incoming: FromReadingThread) => this.handle(incoming))
    worker.on('error', this.options.onError)
    worker.on('exit', () => this.replaceWorker())
    return worker
  }

  private handle(incoming: FromReadingThread): void {
    if (incoming.type === 'encode') void this.encodeFor(incoming.requestId, incoming.texts)
    else if (incoming.type === 'failed') this.take(incoming.requestId)?.reject(new Error(incoming.reason))
    else this.take(incoming.requestId)?.resolve(incoming)
  }

  /** Somebody looks at the panel and waits: before what is read in the background. */
  private async encodeFor(requestId: number, texts: readonly string[]): Promise<void> {
    const asking = this.worker
    const refuse = (reason: string, isUnavailable: boolean) =>
      this.send({ type: 'not-encoded', requestId, isUnavailable, reason })
    const { encoder } = this.options
    const pending = this.pending.get(requestId)
    if (!encoder || !pending?.signal) return refuse('nobody waits for it any more', false)
    try {
      const { signal } = pending
      const encodings = await encoder.encode(texts, { purpose: 'query', priority: 'interactive', signal })
      if (asking === this.worker) this.send({ type: 'encoded', requestId, encodings })
    } catch (error) {
      if (asking === this.worker) refuse(String(error), error instanceof EncoderUnavailableError)
    }
  }

  private take(requestId: number): Pending | undefined {
    const pending = this.pending.get(requestId)
    this.pending.delete(requestId)
    return pending
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
      if (this.choice) this.send({ type: 'use-intents', requestId: ++this.lastRequestId, choice: this.choice })
      if (this.rules.length > 0) this.send({ type: 'use-rules', requestId: ++this.lastRequestId, rules: this.rules })
    }, RESTART_MS).unref()
  }

  private rejectPending(): void {
    for (const { reject } of this.pending.values()) reject(new Error('the reading thread ended'))
    this.pending.clear()
  }
}

/** Numbers that were packed for the thread alone go there without being copied again. */
function buffersOf(order: ToReadingThread): ArrayBuffer[] {
  if (order.type !== 'read' && order.type !== 'compare-draft') return []
  const meant = order.type === 'read' ? (order.asMeant ?? []) : []
  return [...order.encodings, ...meant].map(({ numbers }) => numbers.buffer as ArrayBuffer)
}

const withSentence = (message: Comprehended, encoding: Encoding | undefined): Comprehended =>
  encoding ? { ...message, sentence: encoding.sentence } : message
