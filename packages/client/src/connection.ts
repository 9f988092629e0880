import { type EphemeralFrame, type HeartbeatFrame, ParleyError, type UpFrame } from '@parley/protocol'
import type { ReceivedEvent } from './apply-event'
import { backoffMs, STEADY_AFTER_MS } from './backoff'
import type { Snapshot } from './client-state'
import type { Clock } from './clock'
import { followEvents, type SocketEnding } from './event-socket'
import type { ConnectionStatus } from './parley-client-state'
import { createWaiting, type Waiting } from './waiting'
import type { OpenSocket } from './web-socket-like'

export interface ConnectionOptions {
  readonly openSocket: OpenSocket
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly readState: () => Promise<Snapshot>
  /** Any call that only a session may make: a browser does not tell why a socket was refused. */
  readonly checkSession: () => Promise<unknown>
  readonly onSnapshot: (snapshot: Snapshot) => void
  readonly cursors: () => Readonly<Record<string, number>>
  readonly onEvents: (events: readonly ReceivedEvent[]) => boolean
  readonly onEphemeral: (frame: EphemeralFrame) => void
  readonly onHeartbeat: (frame: HeartbeatFrame) => void
  /** Connected: what is true for the moment can be said from now on; null: no longer. */
  readonly onSend: (send: ((frame: UpFrame) => void) | null) => void
  readonly onStatus: (status: ConnectionStatus, problem: unknown) => void
}

/** While the server is there and its database is not: it may be back at any moment, and to be asked costs it little. */
const DATABASE_AWAY_LONGEST_MS = 5_000

/** Reasons of the server that are errors with a text of their own. */
const TELLABLE = ['account_closed', 'account_suspended', 'too_many_sockets'] as const

/** Reads the state, follows events from there, and comes back after every loss until it is stopped or signed out. */
export class Connection {
  private readonly waiting: Waiting
  private running: AbortController | null = null
  private needsState = true
  private isSessionDoubtful = false
  private liveSinceMs: number | null = null
  private problem: unknown = null

  constructor(private readonly options: ConnectionOptions) {
    this.waiting = createWaiting(options.clock)
  }

  start(): void {
    if (this.running) return
    this.running = new AbortController()
    // Somebody else may have signed in since.
    this.needsState = true
    this.options.onStatus('connecting', null)
    void this.run(this.running.signal)
  }

  stop(): void {
    this.running?.abort()
    this.running = null
  }

  wake(): void {
    this.waiting.wake()
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const ending = await this.connectOnce(signal)
      if (signal.aborted) return
      if (ending === 'session-ended') return this.signOut()
      if (ending === 'silent') {
        // Tried at once, and already the first failure: a server that hangs does not refuse, and each try is long.
        failures = 1
        continue
      }
      failures = this.wasSteady() ? 1 : failures + 1
      this.options.onStatus(failures > 1 ? 'offline' : 'connecting', this.problem)
      await this.waiting.pause(this.waitMs(failures), signal)
    }
  }

  private waitMs(failures: number): number {
    const { problem } = this
    const isDatabaseAway = problem instanceof ParleyError && problem.code === 'database_unavailable'
    return backoffMs(failures, this.options.random, isDatabaseAway ? DATABASE_AWAY_LONGEST_MS : undefined)
  }

  private async connectOnce(signal: AbortSignal): Promise<SocketEnding> {
    this.liveSinceMs = null
    const refusal = await this.prepare(signal)
    if (refusal || signal.aborted) return refusal ?? 'lost'
    const ending = await this.follow(signal)
    this.options.onSend(null)
    this.isSessionDoubtful = this.liveSinceMs === null
    if (ending === 'state-needed') this.needsState = true
    return ending
  }

  /** What has to be known before a socket is worth opening; an ending when it cannot be known. */
  private async prepare(signal: AbortSignal): Promise<SocketEnding | null> {
    try {
      if (this.needsState) await this.takeState(signal)
      else if (this.isSessionDoubtful) await this.options.checkSession()
      this.isSessionDoubtful = false
      // What was in the way is not any more; a socket that does not open is another matter.
      this.problem = null
      return null
    } catch (error) {
      const isEnded = error instanceof ParleyError && error.status === 401
      this.problem = isEnded ? null : error
      return isEnded ? 'session-ended' : 'lost'
    }
  }

  /** A socket that cannot even be made (a mixed-content page, a bad address) is tried again like a lost one. */
  private follow(signal: AbortSignal): Promise<SocketEnding> {
    const following = followEvents({
      ...this.options,
      cursors: this.options.cursors(),
      signal,
      onLive: this.live,
      onRefusal: this.refused,
    })
    return following.catch((error: unknown) => {
      this.problem = error
      return 'lost'
    })
  }

  private async takeState(signal: AbortSignal): Promise<void> {
    const snapshot = await this.options.readState()
    if (signal.aborted) return
    this.options.onSnapshot(snapshot)
    this.needsState = false
  }

  /** What the page can say: that an account is closed or suspended, that too much is open. */
  private readonly refused = (reason: string) => {
    const code = TELLABLE.find((tellable) => tellable === reason)
    this.problem = code ? new ParleyError(code) : null
  }

  private readonly live = (send: (frame: UpFrame) => void) => {
    this.liveSinceMs = this.options.clock.now()
    this.problem = null
    this.options.onStatus('live', null)
    this.options.onSend(send)
  }

  private wasSteady(): boolean {
    return this.liveSinceMs !== null && this.options.clock.now() - this.liveSinceMs >= STEADY_AFTER_MS
  }

  private signOut(): void {
    this.running = null
    this.options.onStatus('signed-out', this.problem)
  }
}
