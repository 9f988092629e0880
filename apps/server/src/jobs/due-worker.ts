import type { Event } from '@parley/protocol'

export interface DueWork {
  /** Whether after this event something may be due sooner than what was waited for. */
  isNews(event: Event): boolean
  /** When the next piece falls due; null: nothing waits. */
  readNext(): Promise<Date | null>
  /** Does what is due. */
  doDue(): Promise<void>
}

export interface DueWorkerOptions {
  readonly work: DueWork
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  /** The clock may jump, and a suspended machine wakes late: it is looked at this often at least. */
  readonly lookMs?: number
  readonly retryMs?: number
}

/** Does work when its time has come. All of it stands in the database: a start finds what fell due meanwhile. */
export class DueWorker {
  private timer: NodeJS.Timeout | undefined
  private working: Promise<void> | null = null
  private isAskedAgain = false
  private isStopped = false

  constructor(private readonly options: DueWorkerOptions) {}

  /** Takes committed events. */
  heed(events: readonly Event[]): void {
    if (events.some((event) => this.options.work.isNews(event))) this.sweep()
  }

  /** Something may be due that nobody told of: at the start, and when a commit may have gone unheard. */
  sweep(): void {
    void this.wake()
  }

  /** Looks now. Resolves when everything that was due is done, or has failed and is to be tried again. */
  wake(): Promise<void> {
    if (this.isStopped) return Promise.resolve()
    this.isAskedAgain = true
    this.working ??= this.work().finally(() => {
      this.working = null
    })
    return this.working
  }

  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    await this.working
  }

  private async work(): Promise<void> {
    clearTimeout(this.timer)
    let pauseMs = this.options.retryMs ?? 2_000
    try {
      // Asked while it looks for what is next, too.
      do {
        this.isAskedAgain = false
        await this.options.work.doDue()
        pauseMs = await this.untilNext()
      } while (this.isAskedAgain && !this.isStopped)
    } catch (error) {
      if (!this.isStopped) this.options.onError(error)
    }
    if (!this.isStopped) this.timer = setTimeout(() => void this.wake(), pauseMs).unref()
  }

  private async untilNext(): Promise<number> {
    const { work, now, lookMs = 30_000 } = this.options
    const next = await work.readNext()
    return next ? Math.min(lookMs, Math.max(0, next.getTime() - now().getTime())) : lookMs
  }
}
