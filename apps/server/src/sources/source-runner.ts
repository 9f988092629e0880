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
  /** The others are looked at beside. */
  readonly kinds: readonly SourceKind[]
  readonly services: Services
  readonly read: ReadSourceBeside
  readonly limits: SourceLimits
  readonly onError: (error: unknown) => void
}

/** How often it is said how far a look is. */
const TELL_MS = 500

/**
 * Looks at the sources of documents, one after another, when they are due or somebody asks. What is due stands in the
 * database: a restart looks again at what was interrupted, and takes in only what is missing.
 */
export class SourceRunner {
  private readonly schedule: SourceSchedule
  private readonly worker: DueWorker
  private readonly watch: FolderWatch
  private running: { readonly id: string; readonly controller: AbortController; readonly ended: Promise<void> } | null =
    null
  private isStopped = false

  constructor(private readonly options: SourceRunnerOptions) {
    const { services, onError } = options
    const { rows, now } = services.store
    this.schedule = new SourceSchedule(rows, now, options.kinds)
    const work = { isNews: () => false, readNext: () => this.schedule.nextAt(), doDue: () => this.lookAtDue() }
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
  settled(): Promise<void> {
    return this.worker.wake()
  }

  /** Whatever it is doing for this source, it stops; resolves when it has. */
  async cancel(sourceId: string): Promise<void> {
    this.watch.forget(sourceId)
    if (this.running?.id !== sourceId) return
    this.running.controller.abort()
    await this.running.ended
  }

  async stop(): Promise<void> {
    this.isStopped = true
    this.watch.stop()
    this.running?.controller.abort()
    await this.worker.stop()
  }

  private async lookAtDue(): Promise<void> {
    const { schedule } = this
    for (let row = await schedule.nextDue(); row && !this.isStopped; row = await schedule.nextDue()) {
      await this.lookAt(row)
    }
  }

  private async lookAt(source: SourceRow): Promise<void> {
    const controller = new AbortController()
    const ended = this.look(source, controller)
    this.running = { id: source.id, controller, ended }
    await ended.finally(() => {
      this.running = null
    })
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
      // What changed in a folder before it was watched is found by looking at it once more.
      const isNew = this.watch.watch(source.id, result.seen.directories ?? [])
      await this.schedule.finish(source, run, { ...result, looksAgain: isNew || result.isUnsettled })
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
