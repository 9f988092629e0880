import { Worker } from 'node:worker_threads'
import type { Encoder } from '@parley/inference'
import type {
  FromLibraryThread,
  LibraryCall,
  LibraryCalls,
  LibraryStart,
  TextsToEncode,
  ToLibraryThread,
} from './library-wire'
import { asError, asRefusal } from './refusal'
import { joinSentences } from './relayed-encoder'

export interface LibraryThreadOptions extends Omit<LibraryStart, 'encoder'> {
  /** The bundled `library-worker.ts`. */
  readonly entryPath: string
  readonly encoder: Encoder | null
  readonly onError: (error: unknown) => void
  /** Told of a stored document that cannot be read any more. */
  readonly onUnreadable: (documentId: string, reason: string) => void
}

/** The thread ended, and ended again when it was asked once more, or it was closed. */
export class LibraryLostError extends Error {
  override readonly name = 'LibraryLostError'
}

interface Pending {
  readonly call: LibraryCall
  attempts: number
  resolve(result: LibraryCalls[keyof LibraryCalls]['result']): void
  reject(error: Error): void
}

const RESTART_MS = 500
/** What is short-lived in the thread; the default of 48 MB would stay in memory after the first work. */
const MAX_YOUNG_MB = 12
/** A call whose thread ended is made once more; one that ends two threads is at fault itself. */
const MAX_ATTEMPTS = 2

/**
 * The server's end of the library's thread. A thread that ends is replaced by one that fills itself from the database,
 * and what it was asked, or was asked while there was none, is asked of the next.
 */
export class LibraryThread {
  private worker: Worker | null = null
  private readonly pending = new Map<number, Pending>()
  private lastCallId = 0
  private isClosed = false

  constructor(private readonly options: LibraryThreadOptions) {}

  /** Begins to fill the library; the database must have its tables by now. */
  start(): void {
    if (this.isClosed) return
    this.worker = this.startWorker()
    for (const [callId, pending] of this.pending) this.submit(callId, pending)
  }

  /** @throws LibraryLostError; else what the thread refuses with. */
  call<Name extends keyof LibraryCalls>(
    name: Name,
    input: LibraryCalls[Name]['input'],
  ): Promise<LibraryCalls[Name]['result']> {
    if (this.isClosed) return Promise.reject(new LibraryLostError('the library is closed'))
    return new Promise((resolve, reject) => {
      const callId = ++this.lastCallId
      // The thread answers each call with a result of its own kind.
      const pending = {
        call: { name, input } as LibraryCall,
        attempts: 0,
        resolve: resolve as Pending['resolve'],
        reject,
      }
      this.pending.set(callId, pending)
      if (this.worker) this.submit(callId, pending)
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.worker?.terminate()
    this.giveUp(() => true)
  }

  private submit(callId: number, pending: Pending): void {
    pending.attempts += 1
    this.send({ type: 'call', callId, call: pending.call })
  }

  private send(outgoing: ToLibraryThread, transferred: readonly ArrayBuffer[] = []): void {
    this.worker?.postMessage(outgoing, transferred)
  }

  private startWorker(): Worker {
    const { entryPath, databaseUrl, documentReaderPath, encoder } = this.options
    const workerData: LibraryStart = {
      databaseUrl,
      documentReaderPath,
      encoder: encoder && { id: encoder.id, hiddenSize: encoder.hiddenSize, maxTokens: encoder.maxTokens },
    }
    const worker = new Worker(entryPath, { workerData, resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB } })
    worker.unref()
    worker.on('message', (incoming: FromLibraryThread) => this.handle(incoming))
    worker.on('error', this.options.onError)
    worker.on('exit', () => this.replaceWorker())
    return worker
  }

  private handle(incoming: FromLibraryThread): void {
    if (incoming.type === 'encode') void this.encode(incoming.encodeId, incoming)
    else if (incoming.type === 'unreadable') this.options.onUnreadable(incoming.documentId, incoming.reason)
    else if (incoming.type === 'answered') this.take(incoming.callId)?.resolve(incoming.result)
    else this.take(incoming.callId)?.reject(asError(incoming.refusal))
  }

  /** The encoder is the server's: its vectors are computed in a process of its own and pass through here. */
  private async encode(encodeId: number, { texts, purpose, priority }: TextsToEncode): Promise<void> {
    const { encoder } = this.options
    if (!encoder) return
    const asking = this.worker
    try {
      const vectors = joinSentences(await encoder.encode(texts, { purpose, priority }), encoder.hiddenSize)
      if (asking === this.worker) this.send({ type: 'encoded', encodeId, vectors }, [vectors.buffer])
    } catch (error) {
      if (asking === this.worker) this.send({ type: 'not-encoded', encodeId, refusal: asRefusal(error) })
    }
  }

  private replaceWorker(): void {
    this.worker = null
    if (this.isClosed) return
    this.giveUp(({ attempts }) => attempts >= MAX_ATTEMPTS)
    setTimeout(() => this.start(), RESTART_MS).unref()
  }

  private giveUp(isMeant: (pending: Pending) => boolean): void {
    for (const [callId, pending] of this.pending) {
      if (isMeant(pending)) this.take(callId)?.reject(new LibraryLostError("the library's thread ended"))
    }
  }

  private take(callId: number): Pending | undefined {
    const pending = this.pending.get(callId)
    this.pending.delete(callId)
    return pending
  }
}
