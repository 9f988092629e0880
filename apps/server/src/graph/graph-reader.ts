import { setTimeout as pause } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import type { CommitFollower } from '../create-delivery'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import { dropAllFallen } from '../store/graph-writes'
import { GRAPH_PARTS, type GraphPart, readNew } from './read-new'
import { ReadingGrounds } from './reading-ground'

export interface GraphReaderOptions {
  readonly rows: Database
  readonly onError: (error: unknown) => void
  /** How long changes gather before they are read together. */
  readonly gatherMs?: number
  readonly retryMs?: number
  /** Sending comes first: after its work the reader rests so many times as long. */
  readonly restRatio?: number
}

const REST_RATIO = 8
/** However long it has worked. */
const LONGEST_REST_MS = 5_000
/** What is gone has to fall within a second, also while the reader rests; what is new may wait. */
const FALL_MS = 500
/** What an event changes of what the graph is read from. */
const CHANGES: Partial<Record<Event['type'], readonly GraphPart[]>> = {
  'message-created': ['messages'],
  'message-edited': ['messages', 'edited', 'fallen'],
  'message-deleted': ['fallen'],
  'task-saved': ['tasks'],
  'user-saved': ['people'],
  'group-saved': ['people', 'fallen'],
}

/**
 * Reads who and what belongs together out of messages, documents, tasks and the directory, behind everybody's back: how
 * far it has come stands in the database, so that a start goes on where a kill interrupted. What is read twice is the same.
 * Only what may have changed is looked at.
 */
export class GraphReader implements CommitFollower {
  private readonly stopping = new AbortController()
  private readonly grounds = new ReadingGrounds()
  private readonly wanted = new Set<GraphPart>()
  /** Somebody waits for everything to be read: then there is no rest. */
  private waiting = 0
  private resting = new AbortController()
  private working: Promise<void> | null = null

  constructor(private readonly options: GraphReaderOptions) {}

  heed(events: readonly Event[]): void {
    this.look(events.flatMap(({ type }) => CHANGES[type] ?? []))
  }

  /** To be called when a document has come, changed or gone: of these there are no events. */
  heedDocuments(): void {
    this.look(['documents', 'fallen'])
  }

  /** Something may have changed unheard. */
  sweep(): void {
    this.look(GRAPH_PARTS)
  }

  /** Resolves when everything that was there before is read. */
  async settled(): Promise<void> {
    this.waiting += 1
    this.resting.abort()
    this.sweep()
    while (this.working) await this.working
    this.waiting -= 1
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    this.resting.abort()
    await this.working
  }

  private look(parts: readonly GraphPart[]): void {
    for (const part of parts) this.wanted.add(part)
    if (this.wanted.size === 0 || this.working || this.stopping.signal.aborted) return
    this.working = this.work().finally(() => {
      this.working = null
      this.look([])
    })
  }

  private async work(): Promise<void> {
    while (this.wanted.size > 0 && !this.stopping.signal.aborted) {
      await this.wait(this.options.gatherMs ?? 200, this.stopping.signal)
      const startedAt = performance.now()
      await this.readOn()
      await this.rest((this.options.restRatio ?? REST_RATIO) * (performance.now() - startedAt))
    }
  }

  private async readOn(): Promise<void> {
    const parts = new Set(this.wanted)
    this.wanted.clear()
    const { signal } = this.stopping
    await readNew(this.options.rows, parts, this.grounds, signal).catch((error) => this.recover(error, parts))
  }

  private async rest(restMs: number): Promise<void> {
    if (this.stopping.signal.aborted) return
    this.resting = new AbortController()
    const until = performance.now() + Math.min(LONGEST_REST_MS, restMs)
    while (this.waiting === 0 && !this.resting.signal.aborted && performance.now() < until) {
      await this.wait(Math.min(FALL_MS, until - performance.now()), this.resting.signal)
      if (this.wanted.delete('fallen')) await this.dropFallen()
    }
  }

  private async dropFallen(): Promise<void> {
    await dropAllFallen(this.options.rows).catch((error) => this.recover(error, new Set(['fallen'])))
  }

  /** Whatever failed, nothing was lost: what was not read is still found unread. */
  private async recover(error: unknown, parts: ReadonlySet<GraphPart>): Promise<void> {
    if (this.stopping.signal.aborted) return
    if (!isDatabaseTrouble(error)) this.options.onError(error)
    await this.wait(this.options.retryMs ?? 2_000, this.stopping.signal)
    for (const part of parts) this.wanted.add(part)
  }

  private async wait(ms: number, signal: AbortSignal): Promise<void> {
    await pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
