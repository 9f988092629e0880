import { type EphemeralFrame, type PersonPresence, type Presence, UpFrame, type UserId } from '@parley/protocol'
import type { LiveServices } from '../../services'
import { encodeEphemeral } from '../frame'
import type { SocketActor } from '../socket-connection'
import { Lookers } from './lookers'
import { PresenceBook } from './presence-book'
import { TypingBook } from './typing-book'

/** A connection as it is seen from here. */
export interface LiveSocket {
  readonly actor: SocketActor
  /** Whether it gets the events of this channel: nobody hears of typing where they may not read. */
  isFollowing(channelId: string): boolean
  /** Dropped when the socket is slow or gone: what is true for the moment is not worth waiting for. */
  sendNow(bytes: Buffer): void
}

export interface LiveHubOptions {
  readonly now: () => Date
  /** Those of these people whom the actor may know of. */
  readonly readVisibleIds: (actor: SocketActor, userIds: readonly UserId[]) => Promise<readonly UserId[]>
  readonly onError: (error: unknown) => void
}

/** Changes of this long go out together: a socket gets one frame of a kind in this time, however many act. */
const GATHER_MS = 500
/** A frame up that is longer than 200 ids and some is none of ours. */
const MAX_UP_BYTES = 16 * 1024
/** Frames up of one socket: so many at once, and so many a second. */
const UP_BURST = 40
const UP_PER_SECOND = 5

interface Asking {
  /** Presence as this socket was told it, of those whom it watches. */
  told: Map<UserId, Presence | null>
  budget: number
  refilledAtMs: number
  /** Counts `look` frames: one that is still being checked is void when the next arrives. */
  looks: number
}

/**
 * Presence and typing. Nothing here is stored or numbered; clients say what they look at, and hear of that alone, so
 * that a full channel costs each of its sockets one small frame a turn and not one a person.
 */
export class LiveHub implements LiveServices {
  private readonly sockets = new Map<LiveSocket, Asking>()
  private readonly presence = new PresenceBook()
  private readonly typing = new TypingBook()
  private readonly watchers = new Lookers<LiveSocket>()
  private readonly readers = new Lookers<LiveSocket>()
  private readonly changedPeople = new Set<UserId>()
  private readonly changedChannels = new Set<string>()
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly options: LiveHubOptions) {}

  presenceOf(userIds: readonly UserId[]): readonly PersonPresence[] {
    return userIds.map((userId) => ({ userId, presence: this.presence.presenceOf(userId, this.nowMs) }))
  }

  tell(userIds: ReadonlySet<string>, frame: EphemeralFrame): void {
    const bytes = encodeEphemeral(frame)
    for (const socket of this.sockets.keys()) if (userIds.has(socket.actor.userId)) socket.sendNow(bytes)
  }

  add(socket: LiveSocket): void {
    this.sockets.set(socket, { told: new Map(), budget: UP_BURST, refilledAtMs: this.nowMs, looks: 0 })
    this.presence.connect(socket.actor.userId, socket)
    this.personChanged(socket.actor.userId)
  }

  remove(socket: LiveSocket): void {
    this.sockets.delete(socket)
    this.watchers.leave(socket)
    this.readers.leave(socket)
    this.presence.disconnect(socket.actor.userId, socket, this.nowMs)
    this.personChanged(socket.actor.userId)
  }

  /** A frame from a client. What cannot be read, or comes too fast, is dropped: nothing here is worth a refusal. */
  take(socket: LiveSocket, data: string): void {
    const asking = this.sockets.get(socket)
    if (!asking || data.length > MAX_UP_BYTES || !this.admits(asking)) return
    const frame = readUp(data)
    if (frame?.type === 'look') this.look(socket, asking, frame).catch(this.options.onError)
    else if (frame?.type === 'typing') this.noteTyping(socket, frame)
    else if (frame) this.noteActivity(socket, frame.isActive)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
  }

  private get nowMs(): number {
    return this.options.now().getTime()
  }

  private admits(asking: Asking): boolean {
    const refill = ((this.nowMs - asking.refilledAtMs) / 1000) * UP_PER_SECOND
    asking.budget = Math.min(UP_BURST, asking.budget + Math.max(0, refill))
    asking.refilledAtMs = this.nowMs
    if (asking.budget < 1) return false
    asking.budget -= 1
    return true
  }

  private async look(socket: LiveSocket, asking: Asking, { channelId, userIds }: UpFrame & { type: 'look' }) {
    asking.looks += 1
    const { looks } = asking
    const visible = await this.options.readVisibleIds(socket.actor, userIds)
    if (asking.looks !== looks || !this.sockets.has(socket)) return
    this.readers.look(socket, channelId ? [channelId] : [])
    this.watchers.look(socket, visible)
    const { told } = asking
    asking.told = new Map(visible.map((userId) => [userId, told.get(userId) ?? null]))
    this.tellPresence(socket, visible)
    if (channelId && this.typing.peopleIn(channelId).length > 0) this.tellTyping(channelId, [socket])
  }

  private noteTyping({ actor, isFollowing }: LiveSocket, frame: UpFrame & { type: 'typing' }): void {
    const { channelId, threadId, isTyping } = frame
    if (!isFollowing(channelId)) return
    const userId = actor.userId as UserId
    const isNews = isTyping
      ? this.typing.note(channelId, userId, threadId, this.nowMs)
      : this.typing.stop(channelId, userId)
    if (isNews) this.changedChannels.add(channelId)
    this.schedule()
  }

  private noteActivity(socket: LiveSocket, isActive: boolean): void {
    this.presence.setActive(socket.actor.userId, socket, isActive)
    this.personChanged(socket.actor.userId)
  }

  private personChanged(userId: string): void {
    this.changedPeople.add(userId as UserId)
    this.schedule()
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => this.turn(), GATHER_MS).unref()
  }

  /** Says what has changed since the last turn; another turn follows while something runs out by itself. */
  private turn(): void {
    this.timer = null
    for (const userId of this.presence.expire(this.nowMs)) this.changedPeople.add(userId as UserId)
    for (const channelId of this.typing.expire(this.nowMs)) this.changedChannels.add(channelId)
    for (const [socket, userIds] of this.watchersOf(this.changedPeople)) this.tellPresence(socket, userIds)
    for (const channelId of this.changedChannels) this.tellTyping(channelId, this.readers.at(channelId))
    this.changedPeople.clear()
    this.changedChannels.clear()
    if (this.presence.isWaiting || this.typing.isWaiting) this.schedule()
  }

  private watchersOf(userIds: Iterable<UserId>): ReadonlyMap<LiveSocket, UserId[]> {
    const news = new Map<LiveSocket, UserId[]>()
    for (const userId of userIds) {
      for (const socket of this.watchers.at(userId)) news.set(socket, [...(news.get(socket) ?? []), userId])
    }
    return news
  }

  private tellPresence(socket: LiveSocket, userIds: readonly UserId[]): void {
    const told = this.sockets.get(socket)?.told
    const news = this.presenceOf(userIds).filter(({ userId, presence }) => told?.get(userId) !== presence)
    if (!told || news.length === 0) return
    for (const { userId, presence } of news) told.set(userId, presence)
    socket.sendNow(encodeEphemeral({ type: 'presence', people: [...news] }))
  }

  private tellTyping(channelId: string, sockets: Iterable<LiveSocket>): void {
    const people = this.typing.peopleIn(channelId)
    const bytes = encodeEphemeral({ type: 'typing', channelId: channelId as never, people })
    for (const socket of sockets) if (socket.isFollowing(channelId)) socket.sendNow(bytes)
  }
}

function readUp(data: string): UpFrame | undefined {
  try {
    return UpFrame.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}
