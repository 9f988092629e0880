import type { Event } from '@parley/protocol'
import { type Delivery, deliveryOf } from './frame'

/** Somebody who reads streams: a socket, or the assistant. */
export interface Follower {
  readonly userId: string
  /** Events of one stream, in order. */
  deliver(delivery: Delivery): void
  /** Runs the reading of one page when the follower can take it; one at a time, whatever the number of streams. */
  takePage(read: () => Promise<void>): Promise<void>
}

export interface EventFeedSource {
  readEvents(streamId: string, after: number, limit: number): Promise<readonly Event[]>
  /** Where streams stand; those that do not exist are absent. */
  readLastSeqs(streamIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** The follower's cursor is ahead of the stream: it belongs to another database. */
export class CursorAheadError extends Error {
  override readonly name = 'CursorAheadError'
}

interface Stream {
  readonly id: string
  /** False until `published` is known. */
  isOpen: boolean
  /** Newest number given to followers. Numbers up to here are read from the database by those who lack them. */
  published: number
  /** Committed events that arrived before their predecessors. */
  readonly early: Map<number, Event>
  readonly followers: Set<Follower>
  /** Published in this turn of the event loop. */
  turn: Event[]
  isFilling: boolean
}

const BACKFILL_PAGE = 200
const GAP_PATIENCE_MS = 100

/**
 * Committed events on their way to followers: back-fill, cut over, live.
 *
 * A follower first reads what it lacks from the database, page by page. When its cursor equals `published`, it joins
 * the stream's followers in the same turn of the event loop: nothing can be published in between. Live, events are
 * published strictly by number; a number that does not arrive by itself is read from the database.
 */
export class EventFeed {
  private readonly streams = new Map<string, Stream>()
  private readonly openings = new Map<string, Promise<Stream>>()
  private dirty = new Set<Stream>()

  constructor(
    private readonly source: EventFeedSource,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Takes committed events, in any order between streams. */
  publish(events: readonly Event[]): void {
    for (const event of events) {
      const stream = this.streams.get(event.streamId)
      if (stream) this.accept(stream, event)
    }
  }

  /** Reads the stream from `after` on into the follower; resolves when it is live. */
  async follow(streamId: string, after: number, follower: Follower, isWanted: () => boolean): Promise<void> {
    const stream = await this.open(streamId)
    let cursor = after
    for (;;) {
      if (!isWanted()) return
      if (cursor > stream.published) await this.reach(stream, cursor)
      if (cursor === stream.published) return this.addFollower(stream, follower)
      await follower.takePage(async () => {
        cursor = await this.backfill(stream, cursor, follower, isWanted)
      })
    }
  }

  /** A state read just now may be newer than what was published; a cursor that no state can hold is not ours. */
  private async reach(stream: Stream, cursor: number): Promise<void> {
    await this.fill(stream)
    if (cursor > stream.published) throw new CursorAheadError(stream.id)
  }

  /** What was committed but not yet published comes live: a page stops at `published`, or it would arrive twice. */
  private async backfill(stream: Stream, cursor: number, follower: Follower, isWanted: () => boolean): Promise<number> {
    const events = await this.source.readEvents(stream.id, cursor, BACKFILL_PAGE)
    const due = untilRemoval(
      events.filter((event) => event.seq <= stream.published),
      follower.userId,
    )
    const last = due.at(-1)
    if (!last) throw new Error(`stream ${stream.id} lacks events after ${cursor}`)
    if (isWanted()) follower.deliver(deliveryOf(due))
    return last.seq
  }

  /** Reads where streams stand, so that following them live takes no waiting. */
  async prepare(streamIds: readonly string[]): Promise<void> {
    await Promise.all(streamIds.map((streamId) => this.open(streamId)))
  }

  /** Follows a stream from now on. */
  async followLive(streamId: string, follower: Follower, isWanted: () => boolean): Promise<void> {
    const stream = await this.open(streamId)
    if (isWanted()) this.addFollower(stream, follower)
  }

  /** Ends following; answers the last number that the follower was given, or null if it was not live here. */
  unfollow(streamId: string, follower: Follower): number | null {
    const stream = this.streams.get(streamId)
    if (!stream?.followers.has(follower)) return null
    this.flush(stream)
    stream.followers.delete(follower)
    return stream.published
  }

  /** Looks into the database for events that were committed without this process being told. */
  async catchUp(): Promise<void> {
    const opened = await Promise.allSettled(this.openings.values())
    const streams = opened.flatMap((opening) => (opening.status === 'fulfilled' ? [opening.value] : []))
    if (streams.length === 0) return
    const lastSeqs = await this.source.readLastSeqs(streams.map((stream) => stream.id))
    const behind = streams.filter((stream) => (lastSeqs.get(stream.id) ?? 0) > stream.published)
    await Promise.all(behind.map((stream) => this.fill(stream)))
  }

  private open(streamId: string): Promise<Stream> {
    let opening = this.openings.get(streamId)
    if (!opening) {
      opening = this.openAtLastSeq(streamId)
      this.openings.set(streamId, opening)
      opening.catch(() => this.forget(streamId))
    }
    return opening
  }

  /** The stream takes events from the start: what is committed while its position is read must not be missed. */
  private async openAtLastSeq(streamId: string): Promise<Stream> {
    const stream: Stream = {
      id: streamId,
      isOpen: false,
      published: 0,
      early: new Map(),
      followers: new Set(),
      turn: [],
      isFilling: false,
    }
    this.streams.set(streamId, stream)
    const lastSeq = (await this.source.readLastSeqs([streamId])).get(streamId)
    if (lastSeq === undefined) throw new Error(`there is no stream ${streamId}`)
    stream.published = lastSeq
    stream.isOpen = true
    for (const seq of stream.early.keys()) if (seq <= stream.published) stream.early.delete(seq)
    this.emitDue(stream)
    return stream
  }

  private forget(streamId: string): void {
    this.openings.delete(streamId)
    this.streams.delete(streamId)
  }

  private addFollower(stream: Stream, follower: Follower): void {
    this.flush(stream)
    stream.followers.add(follower)
  }

  private accept(stream: Stream, event: Event): void {
    if (event.seq <= stream.published) return
    stream.early.set(event.seq, event)
    if (!stream.isOpen) return
    this.emitDue(stream)
    if (stream.early.size > 0) this.fillSoon(stream)
  }

  private emitDue(stream: Stream): void {
    for (let next = stream.early.get(stream.published + 1); next; next = stream.early.get(stream.published + 1)) {
      stream.early.delete(next.seq)
      stream.published = next.seq
      this.emit(stream, next)
    }
  }

  private emit(stream: Stream, event: Event): void {
    stream.turn.push(event)
    if (event.type === 'member-removed') this.expel(stream, event.userId)
    if (this.dirty.size === 0) setImmediate(() => this.flushAll())
    this.dirty.add(stream)
  }

  /** The stream itself says who may read it: a removed member gets their removal, and nothing after it. */
  private expel(stream: Stream, userId: string): void {
    this.flush(stream)
    for (const follower of stream.followers) if (follower.userId === userId) stream.followers.delete(follower)
  }

  private flushAll(): void {
    const dirty = this.dirty
    this.dirty = new Set()
    for (const stream of dirty) this.flush(stream)
  }

  private flush(stream: Stream): void {
    if (stream.turn.length === 0) return
    const delivery = deliveryOf(stream.turn)
    stream.turn = []
    for (const follower of stream.followers) follower.deliver(delivery)
  }

  private fillSoon(stream: Stream): void {
    if (stream.isFilling) return
    stream.isFilling = true
    setTimeout(() => {
      stream.isFilling = false
      if (stream.early.size > 0) this.fill(stream).catch(this.onError)
    }, GAP_PATIENCE_MS).unref()
  }

  private async fill(stream: Stream): Promise<void> {
    for (;;) {
      const events = await this.source.readEvents(stream.id, stream.published, BACKFILL_PAGE)
      if (events.length === 0) return
      for (const event of events) if (event.seq > stream.published) stream.early.set(event.seq, event)
      this.emitDue(stream)
    }
  }
}

/** Up to a person's own removal: what comes after it is not theirs to read, and a later joining begins anew. */
function untilRemoval(events: readonly Event[], userId: string): readonly Event[] {
  const removal = events.findIndex((event) => event.type === 'member-removed' && event.userId === userId)
  return removal === -1 ? events : events.slice(0, removal + 1)
}
