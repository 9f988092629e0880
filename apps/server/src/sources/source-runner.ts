import { setTimeout as delay } from 'node:timers/promises'
import { ParleyError, type SourceCounts, type SourceKind } from '@parley/protocol'
import { DueWorker } from '../jobs/due-worker'
import type { Services } from '../services'
import type { StoredRun } from '../store/source-tables'
import { FolderWatch } from './folder-watch'
import type { SourceLimits } from './found-item'
import type { ReadSourceBeside } from './read-source-beside'
import { runSource } from './run-source'
import type { SourceRow } from './source-rows'
import { SourceSchedule } from './source-schedule'

export interface SourceRunnerOptions {
  /** Sources of one kind, and how many are looked at together; the others are looked at beside. */
  readonly lane: { readonly kind: SourceKind; readonly atOnce: number }
  readonly services: Services
  readonly read: ReadSourceBeside
  readonly limits: SourceLimits
  readonly onError: (error: unknown) => void
}

/** How often it is said how far a look is. */
const TELL_MS = 500
/** What is new is watched from here on: what changed just before is found by looking once more. */
const ONCE_MORE_MS = 2_000
const RETRY_MS = 2_000

/**
 * Looks at the sources of documents, a few at a time, when they are due or somebody asks. What is due stands in the
 * database: a restart looks again at what was interrupted, and takes in only what is missing.
 */
export class SourceRunner {
  private readonly schedule: SourceSchedule
  private readonly worker: DueWorker
  private readonly watch: FolderWatch
  private readonly running = new Map<string, { readonly controller: AbortController; readonly ended: Promise<void> }>()
  private isStopped = false

  constructor(private readonly options: SourceRunnerOptions) {
    const { services, lane, onError } = options
    const { rows, now } = services.store
    this.schedule = new SourceSchedule(rows, now, lane.kind)
    const work = { isNews: () => false, readNext: () => this.nextAt(), doDue: () => this.beginDue() }
    this.worker = new DueWorker({ work, now, onError })
    this.watch = new FolderWatch((sourceId) => void this.ask(sourceId).catch(onError))
  }

  async start(): Promise<void> {
    await this.schedule.recall()
    this.worker.sweep()
  }

  /** Looks at a source as soon as it can. */
  async ask(sourceId: string): Promise<void> {
    await this.schedule.ask(sourceId)
    this.worker.sweep()
  }

  /** Resolves when nothing is due any more. */
  async settled(): Promise<void> {
    for (;;) {
      await this.worker.wake()
      if (this.running.size === 0) return
      await this.ended()
    }
  }

  /** Whatever it is doing for this source, it stops; resolves when it has. */
  async cancel(sourceId: string): Promise<void> {
    this.watch.forget(sourceId)
    const running = this.running.get(sourceId)
    running?.controller.abort()
    await running?.ended
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.watch.stop()
    for (const { controller } of this.running.values()) controller.abort()
    await this.worker.stop()
    await this.ended()
  }

  private ended(): Promise<unknown> {
    return Promise.all([...this.running.values()].map(({ ended }) => ended))
  }

  private isFull(): boolean {
    return this.isStopped || this.running.size >= this.options.lane.atOnce
  }

  /** Whoever ends looks for the next one itself. */
  private async nextAt(): Promise<Date | null> {
    return this.isFull() ? null : this.schedule.nextAt([...this.running.keys()])
  }

  private async beginDue(): Promise<void> {
    while (!this.isFull()) {
      const source = await this.schedule.nextDue([...this.running.keys()])
      if (!source) return
      this.begin(source)
    }
  }

  private begin(source: SourceRow): void {
    const controller = new AbortController()
    const ended = this.look(source, controller)
      .catch((error: unknown) => this.lookLater(source.id, error, controller.signal))
      .catch(() => undefined)
      .finally(() => {
        this.running.delete(source.id)
        this.worker.sweep()
      })
    this.running.set(source.id, { controller, ended })
  }

  /** Not even what became of it could be kept: it is looked at again when the database is back. */
  private async lookLater(sourceId: string, error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    this.options.onError(error)
    await delay(RETRY_MS, undefined, { signal, ref: false })
    await this.schedule.ask(sourceId)
  }

  private async look(source: SourceRow, controller: AbortController): Promise<void> {
    const { services, read, limits } = this.options
    const run = await this.schedule.begin(source)
    const tell = () => services.knowledge.tell(source.collection_id, 'sources')
    tell()
    try {
      const onCounts = this.createTeller(source.id, run, tell)
      const result = await runSource(services, { source, read, limits, signal: controller.signal, onCounts })
      controller.signal.throwIfAborted()
      const isNew = this.watch.watch(source.id, result.seen.directories ?? [])
      const restsInMs = result.restsAtMs === null ? null : Math.max(0, result.restsAtMs - Date.now())
      const looksAgainInMs = restsInMs ?? (isNew ? ONCE_MORE_MS : null)
      await this.schedule.finish(source, run, { ...result, looksAgainInMs })
    } catch (error) {
      if (controller.signal.aborted) return
      if (!(error instanceof ParleyError)) this.options.onError(error)
      await this.schedule.fail(source, run, error)
    } finally {
      tell()
    }
  }

  private createTeller(sourceId: string, run: StoredRun, onTold: () => void) {
    let toldAt = 0
    return (counts: SourceCounts) => {
      if (Date.now() - toldAt < TELL_MS) return
      toldAt = Date.now()
      void this.schedule.tell(sourceId, run, counts).then(onTold, () => undefined)
    }
  }
}
