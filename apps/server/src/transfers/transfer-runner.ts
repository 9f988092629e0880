import { setTimeout as delay } from 'node:timers/promises'
import { type ErrorParameters, ParleyError } from '@parley/protocol'
import { asDatabaseError, isDatabaseTrouble } from '../store/database-errors'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { TransferFiles } from './transfer-files'
import type { TransferInput } from './transfer-input'
import type { TransferRow } from './transfer-rows'

/** One transfer's work; answers its report. */
export interface TransferWork {
  readonly row: TransferRow
  readonly input: TransferInput
  readonly signal: AbortSignal
  readonly onProgress: (progress: number) => void
}

export interface TransferRunnerOptions {
  readonly store: Pick<Store, 'rows' | 'now'>
  readonly files: TransferFiles
  readonly work: (work: TransferWork) => Promise<object>
  readonly onError: (error: unknown) => void
  /** How long the database is left alone that could not be asked; longer each time that the same fails again. */
  readonly retryMs?: number
}

const RETRY_MS = 2_000
/** The pause doubles so often: two seconds become two minutes. */
const DOUBLINGS = 6

/**
 * Does imports and exports one after another, in the background. What is to be done stands in the database: a restart
 * begins again what was interrupted, and an import leaves alone what it has brought already.
 */
export class TransferRunner {
  private readonly stopping = new AbortController()
  private running: { readonly id: string; readonly controller: AbortController; progress: number } | null = null
  private working: Promise<void> | null = null
  private isWanted = false
  /** What failed last, and how often it has by now. */
  private trouble: { readonly cause: string; readonly times: number } | null = null

  constructor(private readonly options: TransferRunnerOptions) {}

  /** Looks for something to do; called at the start, and when something was added. */
  wake(): void {
    this.isWanted = true
    if (this.working || this.stopping.signal.aborted) return
    this.working = this.workWhileWanted().finally(() => {
      this.working = null
      if (this.isWanted) this.wake()
    })
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.working) await this.working
  }

  /** Null: this one is not running. */
  progressOf(id: string): number | null {
    return this.running?.id === id ? this.running.progress : null
  }

  async cancel(id: string): Promise<void> {
    const { store } = this.options
    await store.rows
      .updateTable('transfers')
      .set({ status: 'cancelled', finished_at: store.now() })
      .where('id', '=', id)
      .where('status', 'in', ['waiting', 'running'])
      .execute()
    if (this.running?.id === id) this.running.controller.abort()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    this.running?.controller.abort()
    await this.working
  }

  private async workWhileWanted(): Promise<void> {
    while (this.isWanted && !this.stopping.signal.aborted) {
      this.isWanted = false
      await this.workThrough().catch((error: unknown) => this.recover(error))
    }
  }

  private async workThrough(): Promise<void> {
    const { files, store } = this.options
    await files.removeOld(store.now())
    for (let row = await this.next(); row && !this.stopping.signal.aborted; row = await this.next()) await this.run(row)
    this.trouble = null
  }

  /**
   * Nobody calls again when the database is back: until it can be asked, it is asked again. A database that is away comes
   * back soon; what else stays wrong is told once, and tried more and more seldom.
   */
  private async recover(error: unknown): Promise<void> {
    this.isWanted = true
    if (isDatabaseTrouble(error)) return this.pause()
    const cause = String(error)
    const times = this.trouble?.cause === cause ? this.trouble.times + 1 : 0
    if (times === 0) this.options.onError(error)
    this.trouble = { cause, times }
    await this.pause(2 ** Math.min(times, DOUBLINGS))
  }

  private next(): Promise<TransferRow | undefined> {
    return this.options.store.rows
      .selectFrom('transfers')
      .selectAll()
      .where('status', 'in', ['waiting', 'running'])
      .orderBy('created_at')
      .executeTakeFirst()
  }

  private async run(row: TransferRow): Promise<void> {
    const controller = new AbortController()
    const running = { id: row.id, controller, progress: 0 }
    this.running = running
    try {
      await this.update(row.id, { status: 'running', started_at: this.options.store.now() })
      const onProgress = (progress: number) => {
        running.progress = Math.min(1, progress)
      }
      const input = row.input as TransferInput
      const report = await this.options.work({ row, input, signal: controller.signal, onProgress })
      await this.update(row.id, { status: 'done', result: jsonText(report), finished_at: this.options.store.now() })
    } catch (error) {
      if (!controller.signal.aborted) await this.fail(row.id, error)
    } finally {
      this.running = null
    }
  }

  /** A stop or a cancellation leaves the row as it stands; anything else is told to whoever asked. */
  private async fail(id: string, error: unknown): Promise<void> {
    if (!(error instanceof ParleyError)) this.options.onError(error)
    const known = error instanceof ParleyError ? error : asDatabaseError(error)
    // The database will be back: the row stays as it is, and is taken up again. A disk that is full stays so.
    if (known?.code === 'database_unavailable') return this.pause()
    const { code, parameters } = known ?? new ParleyError('internal')
    const failure = jsonText({ code, parameters: plain(parameters) })
    await this.update(id, { status: 'failed', failure, finished_at: this.options.store.now() })
  }

  private async pause(factor = 1): Promise<void> {
    const ms = (this.options.retryMs ?? RETRY_MS) * factor
    await delay(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }

  private async update(id: string, changes: Record<string, unknown>): Promise<void> {
    await this.options.store.rows
      .updateTable('transfers')
      .set(changes)
      .where('id', '=', id)
      .where('status', 'in', ['waiting', 'running'])
      .execute()
  }
}

const plain = (parameters: ErrorParameters): object => JSON.parse(JSON.stringify(parameters)) as object
