import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Comparison } from '@parley/knowledge'
import { DueWorker } from '../jobs/due-worker'
import type { Database } from '../store/database'
import type { Store } from '../store/store'
import type { FromComparison } from './comparison-wire'
import { storeFindings } from './store-findings'

export interface DocumentCheckOptions {
  readonly store: Pick<Store, 'rows' | 'now'>
  readonly databaseUrl: string
  /** The bundled `comparison-worker.ts`. */
  readonly entryPath: string
  readonly onError: (error: unknown) => void
}

/** Many documents that come in at once are compared once. */
const QUIET_MS = 60_000
/** However much changes, no more often than that. */
const PAUSE_MS = 15 * 60_000
const MAX_HEAP_MB = 1_024

/** Compares the documents of a workspace with each other, some time after they have changed. */
export class DocumentCheck {
  private readonly worker: DueWorker
  private thread: Worker | null = null
  /** After a comparison that failed; one that was done says so in the database. */
  private notBefore = 0

  constructor(private readonly options: DocumentCheckOptions) {
    const { store, onError } = options
    const work = { isNews: () => false, readNext: () => this.nextAt(), doDue: () => this.checkIfDue() }
    this.worker = new DueWorker({ work, now: store.now, onError })
  }

  start(): void {
    this.worker.sweep()
  }

  /** Compares now, whatever has changed. */
  async check(): Promise<void> {
    for (const { id } of await this.rows.selectFrom('workspaces').select('id').execute()) await this.checkWorkspace(id)
  }

  async stop(): Promise<void> {
    const stopped = this.worker.stop()
    await this.thread?.terminate()
    await stopped
  }

  private get rows(): Database {
    return this.options.store.rows
  }

  private async nextAt(): Promise<Date | null> {
    const wanted = await this.wantedAt()
    return wanted && new Date(Math.max(wanted.getTime(), this.notBefore))
  }

  private async wantedAt(): Promise<Date | null> {
    const changed = await this.rows
      .selectFrom('documents')
      .select(({ fn }) => fn.max('changed_at').as('at'))
      .executeTakeFirst()
    const checked = await this.rows
      .selectFrom('document_checks')
      .select(({ fn }) => fn.min('checked_at').as('at'))
      .executeTakeFirst()
    if (!changed?.at) return null
    if (!checked?.at) return new Date(changed.at.getTime() + QUIET_MS)
    if (changed.at <= checked.at) return null
    return new Date(Math.max(changed.at.getTime() + QUIET_MS, checked.at.getTime() + PAUSE_MS))
  }

  private async checkIfDue(): Promise<void> {
    const due = await this.nextAt()
    if (!due || due > this.options.store.now()) return
    this.notBefore = this.options.store.now().getTime() + PAUSE_MS
    await this.check()
    this.notBefore = 0
  }

  private async checkWorkspace(workspaceId: string): Promise<void> {
    const at = this.options.store.now()
    const comparison = await this.compare(workspaceId)
    await storeFindings(this.rows, { workspaceId, comparison, at })
  }

  private async compare(workspaceId: string): Promise<Comparison> {
    const { databaseUrl, entryPath } = this.options
    const workerData = { databaseUrl, workspaceId }
    const thread = new Worker(entryPath, { workerData, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } })
    this.thread = thread
    const ended = new AbortController()
    const { signal } = ended
    try {
      const answered = once(thread, 'message', { signal }) as Promise<[FromComparison]>
      const gone = once(thread, 'exit', { signal }).then(() => Promise.reject(new Error('comparing documents ended')))
      const [answer] = await Promise.race([answered, gone])
      if (answer.type === 'failed') throw new Error(`comparing documents failed: ${answer.reason}`)
      return answer.comparison
    } finally {
      ended.abort()
      await thread.terminate()
      this.thread = null
    }
  }
}
