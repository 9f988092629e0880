import { EncoderUnavailableError } from './encoder'
import type { BatchRow, BatchStates, EncoderSession } from './encoder-session'
import { abortReason } from './pending-requests'
import { type BatchLimits, planBatch, type WaitingText } from './plan-batch'

export interface BatchJob extends WaitingText {
  readonly row: BatchRow
  readonly wantsTokens: boolean
}

/** The states of one text. */
export interface TextStates {
  readonly pooled: readonly Float32Array[]
  readonly tokens?: Float32Array
}

interface QueuedJob extends BatchJob {
  resolve(states: TextStates): void
  reject(error: Error): void
}

/** Waiting texts, computed one micro-batch after the other. */
export class BatchQueue {
  private waiting: QueuedJob[] = []
  private running: Promise<void> | undefined
  private isClosed = false

  constructor(
    private readonly session: EncoderSession,
    private readonly limits: BatchLimits,
  ) {}

  /** One result a job, in order. An abort takes back what is not yet computed. */
  async addAll(jobs: readonly BatchJob[], signal?: AbortSignal): Promise<TextStates[]> {
    if (this.isClosed) throw new EncoderUnavailableError('the encoder is closed')
    const results = jobs.map((job) => this.add(job))
    const added = new Set(this.waiting.slice(this.waiting.length - jobs.length))
    const abort = (): void => this.withdraw(added, abortReason(signal))
    signal?.addEventListener('abort', abort, { once: true })
    try {
      return await Promise.all(results)
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    this.withdraw(new Set(this.waiting), new EncoderUnavailableError('the encoder is closed'))
    await this.running
    await this.session.close()
  }

  private add(job: BatchJob): Promise<TextStates> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...job, resolve, reject })
      this.running ??= this.work()
    })
  }

  private withdraw(jobs: ReadonlySet<QueuedJob>, reason: Error): void {
    const withdrawn = this.waiting.filter((job) => jobs.has(job))
    this.waiting = this.waiting.filter((job) => !jobs.has(job))
    for (const job of withdrawn) job.reject(reason)
  }

  private async work(): Promise<void> {
    while (true) {
      // A turn of the event loop first: what arrives together is computed together.
      await new Promise(setImmediate)
      const batch = planBatch(this.waiting, this.limits, performance.now())
      if (batch.length === 0) break
      const chosen = new Set(batch)
      this.waiting = this.waiting.filter((job) => !chosen.has(job))
      await this.compute(batch)
    }
    this.running = undefined
  }

  private async compute(batch: readonly QueuedJob[]): Promise<void> {
    const rows = new Map(batch.map((job) => [job.key, job.row]))
    try {
      const wantsTokens = batch.some((job) => job.wantsTokens)
      hand(batch, [...rows.keys()], await this.session.run([...rows.values()], wantsTokens))
    } catch (cause) {
      const failure = new EncoderUnavailableError('the encoder could not compute a batch', { cause })
      for (const job of batch) job.reject(failure)
    }
  }
}

function hand(batch: readonly QueuedJob[], keys: readonly string[], states: BatchStates): void {
  const rowOf = new Map(keys.map((key, row) => [key, row]))
  for (const job of batch) {
    const row = rowOf.get(job.key)!
    const tokens = states.tokens?.[row]
    job.resolve({ pooled: states.pooled[row]!, ...(tokens && { tokens }) })
  }
}
