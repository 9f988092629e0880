import { setTimeout as pause } from 'node:timers/promises'
import { type Event, isQuiet, type NotificationReason, notificationReason } from '@parley/protocol'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'
import { listenerPages, type PushListener } from './find-listeners'
import { findUntold, saveTold, type TellableMessage } from './notification-cursors'
import { bareNotice, fullNotice } from './push-payload'
import type { PushSender } from './push-sender'

export interface NotifierOptions {
  readonly rows: Database
  readonly sender: PushSender
  readonly now: () => Date
  readonly mayHaveContent: boolean
  readonly onError: (error: unknown) => void
  readonly patienceMs?: number | undefined
  readonly retryMs?: number | undefined
}

/** Messages looked at in one go, and pushes on their way at once. */
const BATCH = 200
const AT_ONCE = 16
/** Listeners in memory at once. */
const PAGE = 500
/** Pushes that wait for another attempt; when a whole push service is down, the rest is not told again. */
const MAX_LATER = 5_000
/** Messages that may wait in memory; beyond that they are read from the database again. */
const MAX_WAITING = 5_000
/** How often a push is tried that its service does not take. */
const ATTEMPTS = 3

/**
 * Tells browsers of messages while no page is open: a reader of what is committed, with a cursor for each channel, so
 * that a kill loses nothing. A crash may tell twice; the browser shows a message once.
 */
export class Notifier {
  private readonly stopping = new AbortController()
  private waiting: TellableMessage[] = []
  private isSweepWanted = false
  private working: Promise<void> | null = null

  constructor(private readonly options: NotifierOptions) {}

  /** Takes committed events as they are published. */
  heed(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type !== 'message-created') continue
      this.waiting.push({ id: event.message.id, channelId: event.streamId, seq: event.seq })
    }
    if (this.waiting.length > MAX_WAITING) {
      this.waiting = []
      this.isSweepWanted = true
    }
    this.wake()
  }

  /** Looks for what nobody was told of: at the start, and when something may have been committed unheard. */
  sweep(): void {
    this.isSweepWanted = true
    this.wake()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.working
  }

  private get hasWork(): boolean {
    return (this.waiting.length > 0 || this.isSweepWanted) && !this.stopping.signal.aborted
  }

  private wake(): void {
    if (this.working || !this.hasWork) return
    this.working = this.workWhileWanted().finally(() => {
      this.working = null
      this.wake()
    })
  }

  /** Whoever has the message before their eyes reads it meanwhile, and needs no push. */
  private async workWhileWanted(): Promise<void> {
    while (this.hasWork) {
      const heard = this.waiting
      this.waiting = []
      const isSweeping = this.isSweepWanted
      this.isSweepWanted = false
      await this.wait(this.options.patienceMs ?? 3_000)
      if (this.stopping.signal.aborted) return
      await this.tellAll(heard, isSweeping).catch((error) => this.recover(error))
    }
  }

  private async tellAll(heard: readonly TellableMessage[], isSweeping: boolean): Promise<void> {
    const messages = isSweeping ? await findUntold(this.options.rows, this.options.now()) : heard
    for (let at = 0; at < messages.length && !this.stopping.signal.aborted; at += BATCH) {
      const batch = messages.slice(at, at + BATCH)
      await this.tell(batch.map(({ id }) => id))
      await saveTold(this.options.rows, batch)
    }
  }

  /** Asks anew at every attempt who is still to be told: whoever was removed meanwhile is told nothing. */
  private async tell(messageIds: readonly string[], only?: ReadonlySet<string>, attempt = 1): Promise<void> {
    const { rows, now, sender } = this.options
    const later: Later[] = []
    for await (const listeners of listenerPages(rows, messageIds, now(), PAGE)) {
      await eachOf(listeners, AT_ONCE, async (listener) => {
        const reason = this.reasonFor(listener)
        if (!reason || (only && !only.has(keyOf(listener)))) return
        const outcome = await sender.send(listener, this.request(listener, reason), this.stopping.signal)
        if (outcome === 'later' && later.length < MAX_LATER)
          later.push({ messageId: listener.message_id, key: keyOf(listener) })
      })
    }
    if (later.length > 0 && attempt < ATTEMPTS) this.retrySoon(later, attempt)
  }

  private reasonFor(listener: PushListener): NotificationReason | null {
    const { quiet_until, quiet_hours, time_zone } = listener
    const doNotDisturb = { until: quiet_until?.toISOString() ?? null, quietHours: quiet_hours }
    if (isQuiet({ doNotDisturb, timeZone: time_zone }, this.options.now())) return null
    return notificationReason(
      {
        authorId: listener.author_id,
        mentions: listener.mentions,
        isForEveryone: listener.is_for_everyone,
        threadId: listener.thread_id as never,
        isAlsoInChannel: listener.is_also_in_channel,
        deletedAt: null,
      },
      {
        userId: listener.user_id,
        isDirect: listener.is_direct,
        level: listener.notification_level,
        isMuted: listener.is_muted,
        isFollowingThread: listener.is_following,
      },
    )
  }

  private request(listener: PushListener, reason: NotificationReason) {
    const { language } = listener
    const hasContent = this.options.mayHaveContent && listener.has_content
    return {
      payload: hasContent ? fullNotice(listener, reason, language) : bareNotice(language),
      topic: listener.channel_id.replaceAll('-', ''),
      isUrgent: reason === 'direct' || reason === 'mention',
    }
  }

  private retrySoon(later: readonly Later[], attempt: number): void {
    const messageIds = [...new Set(later.map(({ messageId }) => messageId))]
    const only = new Set(later.map(({ key }) => key))
    this.wait((this.options.retryMs ?? 10_000) * attempt)
      .then(() => (this.stopping.signal.aborted ? undefined : this.tell(messageIds, only, attempt + 1)))
      .catch(this.options.onError)
  }

  /** Whatever failed, the cursors stand where they stood. */
  private async recover(error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return
    if (!isDatabaseTrouble(error)) this.options.onError(error)
    else this.isSweepWanted = true
    await this.wait(this.options.retryMs ?? 10_000)
  }

  private async wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }
}

/** A push that its service did not take. */
interface Later {
  readonly messageId: string
  readonly key: string
}

const keyOf = (listener: PushListener): string => `${listener.message_id} ${listener.subscription_id}`

async function eachOf<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>) {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane))
}
