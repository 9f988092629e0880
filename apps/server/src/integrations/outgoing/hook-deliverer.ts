import { setTimeout as delay } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import type { IsAllowed } from '../../outbound/public-address'
import type { Services } from '../../services'
import { isDatabaseTrouble } from '../../store/database-errors'
import { attemptDelivery } from './attempt-delivery'
import { findHooksWaiting, forgetOld, readNext } from './delivery-queue'
import { enqueuePage, findHooksBehind } from './hook-channels'

export interface HookDelivererOptions {
  readonly services: Services
  readonly isAllowed: IsAllowed
  readonly onError: (error: unknown) => void
  readonly random?: () => number
  /** How long events gather before they become deliveries. */
  readonly gatherMs?: number
}

/** Timers that are longer are set again; PostgreSQL knows when. */
const LONGEST_TIMER_MS = 60_000
const RETRY_MS = 1_000

/**
 * Sends outgoing webhooks: events become rows of the queue, and each webhook sends its rows one after the other, so that
 * what happened first arrives first. Everything stands in the database; after a kill the next start goes on.
 */
export class HookDeliverer {
  private readonly stopping = new AbortController()
  private readonly lanes = new Map<string, Promise<void>>()
  /** Webhooks that got something to send while their lane may have been at its end. */
  private readonly askedAgain = new Set<string>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private channelIds: ReadonlySet<string> = new Set()
  private working: Promise<void> | null = null
  private isWanted = false

  constructor(private readonly options: HookDelivererOptions) {}

  /** Takes committed events as they are published; what no webhook is for costs a look into a set. */
  heed(events: readonly Event[]): void {
    if (events.some(({ streamId }) => this.channelIds.has(streamId))) this.wake()
  }

  /** When something may have been committed unheard. */
  sweep(): void {
    this.wake()
  }

  /** At the start, and whenever webhooks or what they have to send may have changed. */
  wake(): void {
    if (this.stopping.signal.aborted) return
    this.isWanted = true
    this.working ??= this.work().finally(() => {
      this.working = null
      if (this.isWanted) this.wake()
    })
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    for (const timer of this.timers.values()) clearTimeout(timer)
    await this.working
    await Promise.all(this.lanes.values())
  }

  private get rows() {
    return this.options.services.store.rows
  }

  private async work(): Promise<void> {
    await this.pause(this.options.gatherMs ?? 20)
    this.isWanted = false
    await this.lookRound().catch(async (error: unknown) => {
      this.report(error)
      this.isWanted = true
      await this.pause(RETRY_MS)
    })
  }

  private async lookRound(): Promise<void> {
    const { store } = this.options.services
    await this.readChannels()
    for (let behind = await findHooksBehind(this.rows); behind.length > 0; behind = await findHooksBehind(this.rows)) {
      if (this.stopping.signal.aborted) return
      for (const hook of behind) await enqueuePage(this.rows, hook, store.now())
    }
    await forgetOld(this.rows, store.now())
    for (const hookId of await findHooksWaiting(this.rows)) this.runLane(hookId)
  }

  private async readChannels(): Promise<void> {
    const found = await this.rows
      .selectFrom('outgoing_hooks')
      .select('channel_id')
      .where('is_enabled', '=', true)
      .execute()
    this.channelIds = new Set(found.map((row) => row.channel_id))
  }

  private runLane(hookId: string): void {
    if (this.stopping.signal.aborted) return
    if (this.lanes.has(hookId)) {
      this.askedAgain.add(hookId)
      return
    }
    const lane = this.sendAll(hookId)
      .catch((error: unknown) => {
        this.report(error)
        this.runLater(hookId, RETRY_MS)
      })
      .finally(() => {
        this.lanes.delete(hookId)
        if (this.askedAgain.delete(hookId)) this.runLane(hookId)
      })
    this.lanes.set(hookId, lane)
  }

  private async sendAll(hookId: string): Promise<void> {
    const { services, isAllowed, random = Math.random } = this.options
    while (!this.stopping.signal.aborted) {
      const next = await readNext(this.rows, hookId)
      if (!next) return
      const waitMs = next.delivery.next_attempt_at.getTime() - services.store.now().getTime()
      if (waitMs > 0) return this.runLater(hookId, waitMs)
      await attemptDelivery(services, { ...next, isAllowed, random, signal: this.stopping.signal })
    }
  }

  private runLater(hookId: string, waitMs: number): void {
    clearTimeout(this.timers.get(hookId))
    const timer = setTimeout(() => this.wake(), Math.min(waitMs, LONGEST_TIMER_MS))
    timer.unref()
    this.timers.set(hookId, timer)
  }

  private report(error: unknown): void {
    if (!this.stopping.signal.aborted && !isDatabaseTrouble(error)) this.options.onError(error)
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }
}
