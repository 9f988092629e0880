import type { EphemeralFrame, HeartbeatFrame, UpFrame } from '@parley/protocol'
import type { ReceivedEvent, UnknownEvent } from './apply-event'
import type { Clock } from './clock'
import { readFrame } from './read-frame'
import type { OpenSocket, WebSocketLike } from './web-socket-like'

/**
 * Why a socket's life ended. `lost`: connect again. `silent`: open, but nothing came for too long; connect again, it
 * need not mean anything. `session-ended`: sign in again. `state-needed`: events are missing, read the state afresh.
 */
export type SocketEnding = 'lost' | 'silent' | 'session-ended' | 'state-needed'

export interface FollowOptions {
  readonly openSocket: OpenSocket
  readonly cursors: Readonly<Record<string, number>>
  readonly clock: Clock
  readonly signal: AbortSignal
  /** The server does not serve this socket, and says why: `session_ended`, or the code of an error. */
  readonly onRefusal?: (reason: string) => void
  /** Connected: frames can be sent up from now on. */
  readonly onLive: (send: (frame: UpFrame) => void) => void
  readonly onEphemeral: (frame: EphemeralFrame) => void
  readonly onHeartbeat?: (frame: HeartbeatFrame) => void
  /** Passes over what cannot be read: an event by its number, if it says one. Left out: the state is read afresh. */
  readonly onUnreadable?: (event: UnknownEvent | null) => void
  /** Takes a burst of events; false when one is missing. */
  readonly onEvents: (events: readonly ReceivedEvent[]) => boolean
}

const CLOSE_SESSION_ENDED = 4001
const CLOSE_CURSOR_UNUSABLE = 4002
const CLOSE_TOO_MANY_SOCKETS = 4003
const REFUSALS = [CLOSE_SESSION_ENDED, CLOSE_TOO_MANY_SOCKETS]
const OPEN_TIMEOUT_MS = 15_000
/** The server gives a sign of life every 20 s; a browser cannot see the protocol's own pings. */
const SILENCE_LIMIT_MS = 45_000
const BURST_LIMIT = 1_000

/** Follows all streams over one socket, from the cursors on. Resolves when that socket's life is over. */
export function followEvents(options: FollowOptions): Promise<SocketEnding> {
  return new Promise((resolve) => new EventSocket(options, resolve))
}

class EventSocket {
  private readonly socket: WebSocketLike
  private readonly burst: Burst
  private stopWatch: () => void
  private isEnded = false

  constructor(
    private readonly options: FollowOptions,
    private readonly onEnd: (ending: SocketEnding) => void,
  ) {
    this.burst = new Burst(options, () => this.end('state-needed'))
    this.socket = options.openSocket()
    this.stopWatch = options.clock.after(OPEN_TIMEOUT_MS, () => this.end('lost'))
    options.signal.addEventListener('abort', this.abandon)
    this.socket.addEventListener('open', () => this.resume())
    this.socket.addEventListener('message', ({ data }) => this.take(data))
    // An error is always followed by a close, which says more.
    this.socket.addEventListener('error', () => {})
    this.socket.addEventListener('close', ({ code, reason }) => this.closed(code, reason))
  }

  private readonly abandon = () => this.end('lost')

  private resume(): void {
    if (this.isEnded) return
    this.watch()
    this.socket.send(JSON.stringify({ type: 'resume', cursors: this.options.cursors }))
    this.options.onLive((frame) => this.say(frame))
  }

  private take(data: unknown): void {
    if (this.isEnded) return
    this.watch()
    const frame = readFrame(data)
    if (frame.type === 'unreadable') this.takeUnreadable(frame.event)
    else if (frame.type === 'ephemeral') this.options.onEphemeral(frame.frame)
    else if (frame.type === 'heartbeat') this.options.onHeartbeat?.(frame.frame)
    else if (frame.type !== 'ignored') this.burst.add(frame)
  }

  private takeUnreadable(event: UnknownEvent | null): void {
    const { onUnreadable } = this.options
    onUnreadable?.(event)
    if (!onUnreadable) this.end('state-needed')
    else if (event) this.burst.add(event)
  }

  /** What is true for the moment is not kept for later. */
  private say(frame: UpFrame): void {
    if (!this.isEnded) this.socket.send(JSON.stringify(frame))
  }

  private closed(code: number, reason = ''): void {
    if (!this.isEnded) this.burst.flush()
    if (!this.isEnded && REFUSALS.includes(code)) this.options.onRefusal?.(reason)
    this.end(endingOf(code))
  }

  private watch(): void {
    this.stopWatch()
    this.stopWatch = this.options.clock.after(SILENCE_LIMIT_MS, () => this.end('silent'))
  }

  private end(ending: SocketEnding): void {
    if (this.isEnded) return
    this.isEnded = true
    this.stopWatch()
    this.burst.stop()
    this.options.signal.removeEventListener('abort', this.abandon)
    this.socket.close()
    this.onEnd(ending)
  }
}

function endingOf(code: number): SocketEnding {
  if (code === CLOSE_SESSION_ENDED) return 'session-ended'
  return code === CLOSE_CURSOR_UNUSABLE ? 'state-needed' : 'lost'
}

/** Gathers the events that arrive together, so that they are applied and shown in one step. */
class Burst {
  private events: ReceivedEvent[] = []
  private cancel: (() => void) | null = null

  constructor(
    private readonly options: Pick<FollowOptions, 'clock' | 'onEvents'>,
    private readonly onGap: () => void,
  ) {}

  add(event: ReceivedEvent): void {
    this.events.push(event)
    if (this.events.length >= BURST_LIMIT) this.flush()
    else this.cancel ??= this.options.clock.after(0, () => this.flush())
  }

  flush(): void {
    this.stop()
    const events = this.events
    this.events = []
    if (events.length > 0 && !this.options.onEvents(events)) this.onGap()
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }
}
