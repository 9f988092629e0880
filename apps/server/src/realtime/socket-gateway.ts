import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type HeartbeatFrame, ResumeFrame } from '@parley/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SessionEnd } from '../services'
import { atInstant } from './at-instant'
import type { EventFeed } from './event-feed'
import type { LiveHub } from './live/live-hub'
import { closeCodes, type SocketActor, SocketConnection } from './socket-connection'

/** What a sign of life says beside the time. */
export type SocketNews = Omit<HeartbeatFrame, 'type' | 'at'>

export interface SocketGatewayOptions {
  readonly feed: EventFeed
  readonly live: LiveHub
  readonly readChannelIds: (userId: string) => Promise<readonly string[]>
  readonly onError: (error: unknown) => void
  readonly now: () => Date
  readonly news?: () => SocketNews
  /** A thousand cursors are some 50 kB. */
  readonly maxFrameBytes?: number
}

const PING_INTERVAL_MS = 20_000
const RESUME_PATIENCE_MS = 10_000
/** More windows, devices and bots than one person has; each socket costs memory and a copy of every event. */
const MAX_SOCKETS_EACH = 50

/** Every open socket of this process. */
export class SocketGateway {
  private readonly connections = new Set<SocketConnection>()
  private readonly answering = new WeakSet<WebSocket>()
  private readonly server: WebSocketServer
  private readonly pings: NodeJS.Timeout

  constructor(private readonly options: SocketGatewayOptions) {
    this.server = new WebSocketServer({
      noServer: true,
      // Frames are encoded once for all receivers: a compressed one belongs to a single connection.
      perMessageDeflate: false,
      maxPayload: options.maxFrameBytes ?? 1024 * 1024,
    })
    this.pings = setInterval(() => this.pingAll(), PING_INTERVAL_MS)
    this.pings.unref()
  }

  /** How many sockets are open, and what waits in this process for all of them. */
  measure(): { readonly sockets: number; readonly waitingBytes: number } {
    let waitingBytes = 0
    for (const connection of this.connections) waitingBytes += connection.waitingBytes
    return { sockets: this.connections.size, waitingBytes }
  }

  /**
   * Takes over an HTTP upgrade whose session was checked. A live socket is answered when its streams are open: what
   * is committed after the client knows that it is connected, it gets.
   */
  async accept(actor: SocketActor, request: IncomingMessage, socket: Duplex, head: Buffer, isResuming: boolean) {
    const channelIds = await this.options.readChannelIds(actor.userId)
    if (!isResuming) await this.options.feed.prepare([actor.workspaceId, actor.userId, ...channelIds])
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      // By a closing code: a page in a browser does not learn why an upgrade was refused.
      if (this.countOf(actor.userId) >= MAX_SOCKETS_EACH) return closeFull(webSocket)
      const connection = this.connect(actor, webSocket, socket as Socket)
      if (isResuming) this.awaitResume(connection, webSocket)
      else this.followLive(connection, channelIds)
      if (!isResuming) this.listen(connection, webSocket)
    })
  }

  private countOf(userId: string): number {
    let count = 0
    for (const connection of this.connections) if (connection.userId === userId) count += 1
    return count
  }

  private connect(actor: SocketActor, webSocket: WebSocket, socket: Socket): SocketConnection {
    socket.setNoDelay(true)
    const connection = new SocketConnection(actor, webSocket, socket, this.options.feed, this.options.onError)
    this.connections.add(connection)
    this.answering.add(webSocket)
    this.endInTime(connection, webSocket)
    webSocket.on('pong', () => this.answering.add(webSocket))
    webSocket.on('error', () => webSocket.terminate())
    webSocket.on('close', () => {
      this.connections.delete(connection)
      connection.dispose()
      this.options.live.remove(connection)
    })
    return connection
  }

  /** What was shown to open a socket carries it no longer than it is good. */
  private endInTime(connection: SocketConnection, webSocket: WebSocket): void {
    const { expiresAt } = connection.actor
    if (!expiresAt) return
    const end = () => connection.close(closeCodes.sessionEnded, 'session_ended')
    webSocket.once('close', atInstant(expiresAt, this.options.now, end))
  }

  /** What comes up once the streams are followed is said for the moment: presence, typing. */
  private listen(connection: SocketConnection, webSocket: WebSocket): void {
    if (this.options.news) this.sayAlive(webSocket)
    this.options.live.add(connection)
    webSocket.on('message', (data) => this.options.live.take(connection, data.toString()))
  }

  /** Ends every connection of a session or of a person, at once. */
  closeWhere(isMeant: (actor: SocketActor) => boolean, reason: SessionEnd = 'session_ended'): void {
    for (const connection of this.connections) {
      if (isMeant(connection.actor)) connection.close(closeCodes.sessionEnded, reason)
    }
  }

  refresh(userId: string): void {
    for (const connection of this.connections) {
      if (connection.userId === userId) connection.close(closeCodes.cursorUnusable, 'state_changed')
    }
  }

  /** A sign of life out of turn: something about the server has changed. */
  tellNews(): void {
    for (const webSocket of this.server.clients) this.sayAlive(webSocket)
  }

  close(): void {
    clearInterval(this.pings)
    for (const connection of this.connections) connection.close(closeCodes.restart, 'restart')
    this.server.close()
  }

  private awaitResume(connection: SocketConnection, webSocket: WebSocket): void {
    const patience = setTimeout(
      () => connection.close(closeCodes.cursorUnusable, 'resume_expected'),
      RESUME_PATIENCE_MS,
    )
    webSocket.once('close', () => clearTimeout(patience))
    webSocket.once('message', (data) => {
      clearTimeout(patience)
      const cursors = parseResume(data.toString())
      if (cursors) {
        this.followFrom(connection, cursors)
        this.listen(connection, webSocket)
      } else connection.close(closeCodes.cursorUnusable, 'resume_unreadable')
    })
  }

  private followLive(connection: SocketConnection, channelIds: readonly string[]): void {
    connection.follow(connection.actor.workspaceId, null)
    connection.follow(connection.userId, null)
    for (const channelId of channelIds) connection.follow(channelId, null)
    this.withChannels(connection, (stillReadable) => connection.leaveMissing(channelIds, stillReadable))
  }

  /**
   * Channels that the person may read and whose cursor was sent. One that is missing was joined since: the inbox will
   * say so, with its state. A cursor of a channel that the person has left is ignored.
   */
  private followFrom(connection: SocketConnection, cursors: Readonly<Record<string, number>>): void {
    connection.follow(connection.actor.workspaceId, cursors[connection.actor.workspaceId] ?? null)
    connection.follow(connection.userId, cursors[connection.userId] ?? null)
    this.withChannels(connection, (channelIds) => {
      for (const channelId of channelIds) {
        const cursor = cursors[channelId]
        if (cursor !== undefined) connection.follow(channelId, cursor)
      }
      this.withChannels(connection, (stillReadable) => connection.leaveMissing(channelIds, stillReadable))
    })
  }

  /**
   * Read once before following and once after it: a membership that ended in between is noticed by the second look,
   * one that ends later by the inbox that is followed by then.
   */
  private withChannels(connection: SocketConnection, proceed: (channelIds: readonly string[]) => void): void {
    this.options.readChannelIds(connection.userId).then(proceed, (error) => {
      this.options.onError(error)
      connection.close(closeCodes.internal, 'internal')
    })
  }

  private pingAll(): void {
    for (const webSocket of this.server.clients) {
      if (!this.answering.delete(webSocket)) webSocket.terminate()
      else this.ping(webSocket)
    }
  }

  /** Programs see the ping; scripts in a browser do not, and get a frame. */
  private ping(webSocket: WebSocket): void {
    webSocket.ping()
    this.sayAlive(webSocket)
  }

  private sayAlive(webSocket: WebSocket): void {
    const heartbeat: HeartbeatFrame = { type: 'heartbeat', at: new Date().toISOString(), ...this.options.news?.() }
    webSocket.send(JSON.stringify(heartbeat))
  }
}

function closeFull(webSocket: WebSocket): void {
  webSocket.on('error', () => webSocket.terminate())
  webSocket.close(closeCodes.tooManySockets, 'too_many_sockets')
  // A peer that does not answer the closing handshake must not stay.
  setTimeout(() => webSocket.terminate(), 1_000).unref()
}

function parseResume(text: string): Readonly<Record<string, number>> | null {
  try {
    return ResumeFrame.parse(JSON.parse(text)).cursors
  } catch {
    return null
  }
}
