import type { Event } from '@parley/protocol'
import { asUser } from '../store/rows'
import type { Store } from '../store/store'
import type { Write } from '../store/write'

export interface StatusExpiryOptions {
  readonly store: Store
  readonly onError: (error: unknown) => void
}

/** Timers know no longer pause; whatever is later is looked for again by then. */
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000
const AFTER_FAILURE_MS = 10_000

/** Takes statuses away when their time has come, by the same event as their owners would. */
export class StatusExpiry {
  private timer: NodeJS.Timeout | null = null
  private dueMs = Number.POSITIVE_INFINITY
  private sweeping: Promise<void> = Promise.resolve()
  private isStopped = false

  constructor(private readonly options: StatusExpiryOptions) {}

  /** What expired while nobody ran is taken away now. */
  start(): void {
    this.planFor(this.nowMs)
  }

  /** Committed events say which statuses there are. */
  heed(events: readonly Event[]): void {
    for (const event of events) {
      const expiresAt = event.type === 'user-saved' ? event.user.status?.expiresAt : null
      if (expiresAt) this.planFor(Date.parse(expiresAt))
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    await this.sweeping
  }

  private get nowMs(): number {
    return this.options.store.now().getTime()
  }

  /** The earliest one counts; each sweep plans the next. */
  private planFor(atMs: number): void {
    if (this.isStopped || atMs >= this.dueMs) return
    if (this.timer) clearTimeout(this.timer)
    this.dueMs = atMs
    const pauseMs = Math.min(Math.max(0, atMs - this.nowMs), LONGEST_PAUSE_MS)
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
    }, pauseMs).unref()
  }

  private async sweep(): Promise<void> {
    this.dueMs = Number.POSITIVE_INFINITY
    try {
      await this.clearExpired()
      const next = await this.findNext()
      if (next) this.planFor(next.getTime())
    } catch (error) {
      this.options.onError(error)
      this.planFor(this.nowMs + AFTER_FAILURE_MS)
    }
  }

  private async clearExpired(): Promise<void> {
    const { store } = this.options
    const expired = store.rows.selectFrom('users').where('status_expires_at', '<=', store.now())
    const workspaces = await expired.select('workspace_id').distinct().execute()
    for (const { workspace_id: id } of workspaces) await store.write(id, [id], (write) => this.clearIn(write, id))
  }

  private async clearIn({ rows, append }: Write, workspaceId: string): Promise<void> {
    const cleared = await rows
      .updateTable('users')
      .set({ status_emoji: '', status_text: '', status_expires_at: null })
      .where('workspace_id', '=', workspaceId)
      .where('status_expires_at', '<=', this.options.store.now())
      .returningAll()
      .execute()
    for (const row of cleared) append(workspaceId, { type: 'user-saved', user: asUser(row) })
  }

  private async findNext(): Promise<Date | null> {
    const { next } = await this.options.store.rows
      .selectFrom('users')
      .select(({ fn }) => fn.min('status_expires_at').as('next'))
      .executeTakeFirstOrThrow()
    return next
  }
}
