import { setTimeout as pause } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import type { CommitFollower } from '../create-delivery'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import { readEverythingNew } from './read-everything-new'

export interface GraphReaderOptions {
  readonly rows: Database
  readonly onError: (error: unknown) => void
  /** How long changes gather before they are read together. */
  readonly gatherMs?: number
  readonly retryMs?: number
}

/** Sending comes first: after its work the reader rests so many times as long, */
const REST_RATIO = 8
/** but not for longer. */
const LONGEST_REST_MS = 5_000
const REST_STEP_MS = 50
/** What takes something away that the graph rests on. */
const TAKING: ReadonlySet<Event['type']> = new Set<Event['type']>(['message-edited', 'message-deleted', 'group-saved'])
/** What changes something that the graph is read from. */
const HEEDED: ReadonlySet<Event['type']> = new Set<Event['type']>([
  ...(['message-created', 'message-edited', 'message-deleted', 'task-saved', 'user-saved', 'group-saved'] as const),
])

/**
 * Reads who and what belongs together out of messages, documents, tasks and the directory, behind everybody's back: how
 * far it has come stands in the database, so that a start goes on where a kill interrupted. What is read twice is the same.
 */
export class GraphReader implements CommitFollower {
  private readonly stopping = new AbortController()
  private isWanted = false
  private isSomethingGone = false
  private working: Promise<void> | null = null

  constructor(private readonly options: GraphReaderOptions) {}

  heed(events: readonly Event[]): void {
    if (!events.some(({ type }) => HEEDED.has(type))) return
    if (events.some(({ type }) => TAKING.has(type))) this.isSomethingGone = true
    this.isWanted = true
    this.wake()
  }

  /** Something may have changed unheard, or a document has, of which there are no events. */
  sweep(): void {
    this.isSomethingGone = true
    this.isWanted = true
    this.wake()
  }

  /** Resolves when everything that was there before is read. */
  async settled(): Promise<void> {
    this.sweep()
    while (this.working) await this.working
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.working
  }

  private wake(): void {
    if (this.working || this.stopping.signal.aborted) return
    this.working = this.work().finally(() => {
      this.working = null
      if (this.isWanted) this.wake()
    })
  }

  private async work(): Promise<void> {
    while (this.isWanted && !this.stopping.signal.aborted) {
      await this.wait(this.options.gatherMs ?? 200)
      this.isWanted = false
      await this.readOn()
    }
  }

  private async readOn(): Promise<void> {
    const { rows } = this.options
    const startedAt = performance.now()
    const isSomethingGone = this.isSomethingGone
    this.isSomethingGone = false
    await readEverythingNew(rows, isSomethingGone, this.stopping.signal).catch((error) => this.recover(error))
    // What is gone has to fall within a second; what is new may wait.
    const rest = Math.min(LONGEST_REST_MS, REST_RATIO * (performance.now() - startedAt))
    for (let rested = 0; rested < rest && !this.isSomethingGone; rested += REST_STEP_MS) await this.wait(REST_STEP_MS)
  }

  /** Whatever failed, nothing was lost: what was not read is still found unread. */
  private async recover(error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return
    if (!isDatabaseTrouble(error)) this.options.onError(error)
    await this.wait(this.options.retryMs ?? 2_000)
    this.isWanted = true
    this.isSomethingGone = true
  }

  private async wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }
}
