import type { Socket } from 'node:net'
import type { Event, Role } from '@parley/protocol'
import type { WebSocket } from 'ws'
import { CursorAheadError, type EventFeed, type Follower } from './event-feed'
import type { Delivery } from './frame'
import type { LiveSocket } from './live/live-hub'

/** Closing codes of the events socket; 4000 and up are the application's (RFC 6455, section 7.4.2). */
export const closeCodes = {
  restart: 1012,
  internal: 1011,
  sessionEnded: 4001,
  cursorUnusable: 4002,
  tooManySockets: 4003,
} as const

/** Bytes that may wait in a socket; one that reads slower is switched back to back-fill. */
const MAX_WAITING_BYTES = 256 * 1024

export interface SocketActor {
  readonly userId: string
  readonly workspaceId: string
  readonly sessionId: string
  readonly role: Role
  /** Until when what was shown to sign in is good. */
  readonly expiresAt: Date | null
}

/** One WebSocket that follows streams. Writes to the TCP socket under `ws`, whole frames only. */
export class SocketConnection implements Follower, LiveSocket {
  /** Streams and what marks the latest following of each: an earlier one that is still reading pages is void. */
  private readonly followed = new Map<string, symbol>()
  /** Channels that the person was seen leaving while this socket was open: a late wish to follow them is void. */
  private readonly departed = new Set<string>()
  private paging: Promise<void> = Promise.resolve()
  /** Whole frames that leave at the end of this turn of the event loop. */
  private turn: Buffer[] = []
  private turnBytes = 0
  private isClosed = false

  constructor(
    readonly actor: SocketActor,
    private readonly webSocket: WebSocket,
    private readonly socket: Socket,
    private readonly feed: EventFeed,
    private readonly onError: (error: unknown) => void,
  ) {}

  get userId(): string {
    return this.actor.userId
  }

  /** Bytes given to this socket that the network has not taken yet. */
  get waitingBytes(): number {
    return this.turnBytes + this.socket.writableLength
  }

  /** Follows a stream from a cursor on, or live when there is none. */
  follow(streamId: string, after: number | null): void {
    if (this.isClosed || this.followed.has(streamId) || this.departed.has(streamId)) return
    const mark = Symbol(streamId)
    this.followed.set(streamId, mark)
    const isWanted = () => !this.isClosed && this.followed.get(streamId) === mark
    const following =
      after === null
        ? this.feed.followLive(streamId, this, isWanted)
        : this.feed.follow(streamId, after, this, isWanted)
    following.catch((error) => this.fail(error))
  }

  /** Leaves channels that could be read when following began and no longer can. */
  leaveMissing(before: readonly string[], after: readonly string[]): void {
    const readable = new Set(after)
    for (const channelId of before) if (!readable.has(channelId)) this.leave(channelId)
  }

  deliver(delivery: Delivery): void {
    if (this.isClosed) return
    for (const event of delivery.events) this.heed(event)
    this.write(this.actor.role === 'guest' ? delivery.guestBytes : delivery.bytes)
    if (this.waitingBytes > MAX_WAITING_BYTES) this.fallBack()
  }

  /** Asked of streams by what is passed around without its object. */
  readonly isFollowing = (streamId: string): boolean => this.followed.has(streamId)

  sendNow(bytes: Buffer): void {
    if (!this.isClosed && this.waitingBytes <= MAX_WAITING_BYTES) this.write(bytes)
  }

  takePage(read: () => Promise<void>): Promise<void> {
    const turn = this.paging.then(() => this.whenDrained()).then(read)
    this.paging = turn.catch(() => undefined)
    return turn
  }

  private whenDrained(): Promise<void> {
    this.flush()
    if (this.isClosed || this.socket.writableLength <= MAX_WAITING_BYTES) return Promise.resolve()
    return new Promise((resolve) => {
      const settle = () => {
        this.socket.off('drain', settle).off('close', settle)
        resolve()
      }
      this.socket.on('drain', settle).on('close', settle)
    })
  }

  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.dispose()
    this.flush()
    this.webSocket.close(code, reason)
    // A peer that does not answer the closing handshake must not keep reading what is queued.
    setTimeout(() => this.webSocket.terminate(), 1_000).unref()
  }

  /** Ends all following; called when the socket is gone. */
  dispose(): void {
    this.isClosed = true
    for (const streamId of this.followed.keys()) this.feed.unfollow(streamId, this)
    this.followed.clear()
  }

  /** The inbox says which channels its owner is in: the connection does what it says. */
  private heed(event: Event): void {
    if (event.type === 'channel-joined') this.enter(event.state.channel.id, event.state.cursor)
    else if (event.type === 'channel-left') this.leave(event.channelId)
    else if (event.type === 'member-removed' && event.userId === this.userId) this.followed.delete(event.streamId)
  }

  private enter(channelId: string, cursor: number): void {
    this.departed.delete(channelId)
    this.follow(channelId, cursor)
  }

  private leave(channelId: string): void {
    this.departed.add(channelId)
    this.feed.unfollow(channelId, this)
    this.followed.delete(channelId)
  }

  /** Everything of one turn of the event loop leaves in one system call; most often it is one piece already. */
  private write(bytes: Buffer): void {
    if (this.turn.length === 0) process.nextTick(flushTurn, this)
    this.turn.push(bytes)
    this.turnBytes += bytes.length
  }

  /** Called by itself at the end of the turn. */
  flush(): void {
    const [first, ...others] = this.turn
    if (!first) return
    this.turn = []
    this.turnBytes = 0
    this.socket.write(others.length === 0 ? first : Buffer.concat([first, ...others]))
  }

  /** A slow reader keeps its cursors and reads from the database when it is ready again. */
  private fallBack(): void {
    const cursors = [...this.followed.keys()].flatMap((streamId): [string, number][] => {
      const cursor = this.feed.unfollow(streamId, this)
      return cursor === null ? [] : [[streamId, cursor]]
    })
    for (const [streamId] of cursors) this.followed.delete(streamId)
    this.whenDrained().then(() => {
      for (const [streamId, cursor] of cursors) this.follow(streamId, cursor)
    }, this.onError)
  }

  private fail(error: unknown): void {
    if (error instanceof CursorAheadError) this.close(closeCodes.cursorUnusable, 'cursor_unusable')
    else {
      this.onError(error)
      this.close(closeCodes.internal, 'internal')
    }
  }
}

/** One function for all: a closure each would be garbage each. */
const flushTurn = (connection: SocketConnection) => connection.flush()
