import { type Cursors, type Event, ParleyError, type QueryAnswer } from '@parley/protocol'
import type { ReceivedEvent, UnknownEvent } from '../apply-event'
import { backoffMs, STEADY_AFTER_MS } from '../backoff'
import { systemClock } from '../clock'
import { UnexpectedAnswerError } from '../connection-error'
import { followEvents } from '../event-socket'
import type { HttpClient } from '../http-client'
import type { OpenSocket } from '../web-socket-like'

/** Where a bot keeps how far it has come, so that it goes on there after a restart. */
export interface CursorStore {
  load(): Promise<Cursors | null>
  save(cursors: Cursors): Promise<void>
}

export interface BotConnectionOptions {
  readonly http: HttpClient
  readonly openSocket: OpenSocket
  readonly cursorStore?: CursorStore | undefined
  readonly onReady: (botId: string) => void
  /** Handles one event; the next waits for it. */
  readonly handle: (event: Event) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** How many events wait for the handlers at most. A socket cannot be paused: it is let go, and what is left comes again. */
const WAITING_LIMIT = 1_000

/**
 * Follows everything that the bot may read, one event after the other. A cursor moves when its event was handled: after
 * a loss, or a crash with a store of cursors, what was not handled comes again; what was handled is known by its number.
 */
export class BotConnection {
  private readonly stopping = new AbortController()
  private cursors: Record<string, number> | null = null
  private needsState = true
  private botId = ''
  private handling: Promise<void> = Promise.resolve()
  private waiting = 0
  private following = new AbortController()
  private readonly received = new Map<string, number>()
  private liveSinceMs: number | null = null
  private isTokenDoubtful = false

  constructor(private readonly options: BotConnectionOptions) {}

  /**
   * Until it is stopped. Whoever is suspended may come back; a token that was taken away does not.
   *
   * @throws ParleyError `unauthenticated`: the token is no good, or not any more.
   */
  async run(): Promise<void> {
    const { signal } = this.stopping
    for (let failures = 0; !signal.aborted; ) {
      this.liveSinceMs = null
      const ending = await this.connectOnce().catch((error: unknown) => this.noteFailure(error))
      const isLetGo = this.following.signal.aborted
      await this.handling
      if (isLetGo) continue
      if (ending === 'state-needed') this.needsState = true
      // A socket that is refused does not say why.
      this.isTokenDoubtful = ending === 'session-ended' || this.liveSinceMs === null
      failures = ending === 'silent' ? 0 : this.wasSteady() ? 1 : failures + 1
      await pause(backoffMs(failures, Math.random), signal)
    }
  }

  private noteFailure(error: unknown): 'lost' {
    if (error instanceof ParleyError && error.status === 401) throw error
    this.options.onError(error)
    return 'lost'
  }

  private wasSteady(): boolean {
    return this.liveSinceMs !== null && systemClock.now() - this.liveSinceMs >= STEADY_AFTER_MS
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    this.following.abort()
    await this.handling
  }

  private async connectOnce() {
    if (this.isTokenDoubtful && this.cursors) await this.options.http.query('state', {})
    const cursors = await this.knownCursors()
    this.received.clear()
    this.following = new AbortController()
    if (this.stopping.signal.aborted) this.following.abort()
    return followEvents({
      openSocket: this.options.openSocket,
      cursors,
      clock: systemClock,
      signal: this.following.signal,
      onLive: () => {
        this.liveSinceMs = systemClock.now()
        this.options.onReady(this.botId)
      },
      onEvents: (events) => this.take(events),
      onUnreadable: (event) => this.options.onError(unreadable(event)),
      // Who is typing, and who is there: nothing for a bot.
      onEphemeral: () => undefined,
    })
  }

  private async knownCursors(): Promise<Record<string, number>> {
    if (this.cursors && !this.needsState) return this.cursors
    this.cursors = await this.readCursors()
    this.needsState = false
    return this.cursors
  }

  /** Where it stopped, as far as it may still read there; a channel that is new to it begins now. */
  private async readCursors(): Promise<Record<string, number>> {
    const state: QueryAnswer<'state'> = await this.options.http.query('state', {})
    this.botId = state.me.id
    const kept: Readonly<Record<string, number>> = this.cursors ?? (await this.options.cursorStore?.load()) ?? {}
    return Object.fromEntries(Object.entries(state.cursors).map(([id, seq]) => [id, Math.min(kept[id] ?? seq, seq)]))
  }

  private take(events: readonly ReceivedEvent[]): boolean {
    for (const event of events) {
      const known = this.received.get(event.streamId) ?? this.cursors?.[event.streamId] ?? 0
      if (event.seq <= known) continue
      if (this.waiting >= WAITING_LIMIT) return this.letGo()
      this.received.set(event.streamId, event.seq)
      this.waiting += 1
      this.handling = this.handling
        .then(() => this.handle(event))
        .finally(() => {
          this.waiting -= 1
        })
    }
    return true
  }

  /** Nothing is missing: what was not taken comes again over the next socket. */
  private letGo(): true {
    this.following.abort()
    return true
  }

  private async handle(event: ReceivedEvent): Promise<void> {
    if (this.stopping.signal.aborted || !this.cursors) return
    if (event.type !== 'unknown') await this.options.handle(event).catch(this.options.onError)
    this.cursors[event.streamId] = event.seq
    if (event.type === 'channel-joined') this.cursors[event.state.channel.id] ??= event.state.cursor
    await this.options.cursorStore?.save({ ...this.cursors } as Cursors).catch(this.options.onError)
  }
}

const unreadable = (event: UnknownEvent | null) =>
  new UnexpectedAnswerError(event ? `event ${event.seq} of ${event.streamId} cannot be read` : 'a frame cannot be read')

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = systemClock.after(ms, end)
    signal.addEventListener('abort', end)
  })
