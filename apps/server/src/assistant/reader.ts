import { setTimeout as delay } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import type { EventFeed, Follower } from '../realtime/event-feed'
import type { Delivery } from '../realtime/frame'
import { isDatabaseTrouble } from '../store/database-errors'
import { Attendant, type AttendantOptions, type Reading } from './attendant'
import { ReaderCursors } from './reader-cursors'

/** Messages understood in one go: enough to fill the encoder's batches, few enough to repeat after a crash. */
const BATCH = 32
/** Events of one channel that may wait in memory; beyond that the channel is read from the database again. */
const MAX_WAITING = 500
/** Batches of a channel that are read while those before them are kept and answered: the encoder is never without work. */
const AHEAD = 6
/** Events of all channels that may wait in memory; beyond that each channel keeps what fills a batch. */
const MAX_WAITING_IN_ALL = 4_000
const RETRY_MS = 2_000
/** So often in a row may one event fail, while the database is well; then it is passed over. */
const ATTEMPTS = 5

export interface AssistantReaderOptions extends AttendantOptions {
  readonly feed: EventFeed
  readonly onError: (error: unknown) => void
}

/** Some events of a channel, being read. */
interface Batch {
  readonly events: readonly Event[]
  readonly reading: Promise<Reading | null>
}

interface ChannelQueue {
  readonly waiting: Event[]
  /** Ends when what was begun last has been heard: whatever was said later is read later. */
  heard: Promise<unknown>
  isWorking: boolean
  /** The feed was told to stop; what is missing is read again from the saved cursor. */
  isBehind: boolean
}

/**
 * Reads the channels that the assistant is a member of, from where it stopped last time; understands what people say
 * and answers where it is spoken to. It follows the same feed as every socket, and its replies are committed with
 * everybody's messages. A crash at any point repeats some events: understandings, tasks and replies are keyed by their event.
 */
export class AssistantReader implements Follower {
  private readonly cursors: ReaderCursors
  private readonly attendant: Attendant
  private readonly queues = new Map<string, ChannelQueue>()
  private readonly followed = new Set<string>()
  private readonly failures = new Map<string, { readonly seq: number; readonly times: number }>()
  private readonly stopping = new AbortController()
  private readonly working = new Set<Promise<void>>()

  constructor(private readonly options: AssistantReaderOptions) {
    this.cursors = new ReaderCursors(options.store, 'assistant', options.assistant.workspaceId)
    this.attendant = new Attendant(options)
  }

  private get isStopped(): boolean {
    return this.stopping.signal.aborted
  }

  get userId(): string {
    return this.options.assistant.userId
  }

  /** Events in memory that wait to be understood. */
  measure(): { readonly waitingEvents: number } {
    let waitingEvents = 0
    for (const queue of this.queues.values()) waitingEvents += queue.waiting.length
    return { waitingEvents }
  }

  async start(): Promise<void> {
    await this.follow(this.userId)
    const memberships = await this.options.store.rows
      .selectFrom('memberships')
      .select('channel_id')
      .where('user_id', '=', this.userId)
      .execute()
    await Promise.all(memberships.map((membership) => this.follow(membership.channel_id)))
  }

  /** Takes nothing new and lets the work under way end. */
  async stop(): Promise<void> {
    this.stopping.abort()
    for (const streamId of this.followed) this.options.feed.unfollow(streamId, this)
    await Promise.all(this.working)
  }

  deliver(delivery: Delivery): void {
    for (const event of delivery.events) this.take(event)
  }

  takePage(read: () => Promise<void>): Promise<void> {
    return read()
  }

  /** Follows from the saved cursor; a channel never read before is read from the assistant's joining on. */
  private async follow(streamId: string): Promise<void> {
    if (this.followed.has(streamId) || this.isStopped) return
    this.followed.add(streamId)
    const isWanted = () => !this.isStopped && this.followed.has(streamId)
    try {
      const cursor = await this.cursors.open(streamId, this.userId)
      await this.options.feed.follow(streamId, cursor, this, isWanted)
    } catch (error) {
      this.followed.delete(streamId)
      this.options.onError(error)
      this.run(this.pause().then(() => this.follow(streamId)))
    }
  }

  private take(event: Event): void {
    if (this.isStopped) return
    if (event.type === 'channel-joined') this.run(this.follow(event.state.channel.id))
    if (event.type === 'channel-left') this.leave(event.channelId)
    const queue = this.queueOf(event.streamId)
    if (queue.isBehind) return
    queue.waiting.push(event)
    if (this.isTooMuch(queue)) this.fallBehind(event.streamId, queue)
    if (!queue.isWorking) this.run(this.work(event.streamId, queue))
  }

  private isTooMuch({ waiting }: ChannelQueue): boolean {
    if (waiting.length > MAX_WAITING) return true
    return waiting.length > BATCH && this.measure().waitingEvents > MAX_WAITING_IN_ALL
  }

  private leave(channelId: string): void {
    this.options.feed.unfollow(channelId, this)
    this.followed.delete(channelId)
    this.queues.delete(channelId)
  }

  /** A flood must not fill the memory: stop following, and read again from the cursor when the queue is done. */
  private fallBehind(streamId: string, queue: ChannelQueue): void {
    queue.isBehind = true
    this.options.feed.unfollow(streamId, this)
    this.followed.delete(streamId)
  }

  private async work(streamId: string, queue: ChannelQueue): Promise<void> {
    queue.isWorking = true
    const ahead: Batch[] = []
    const isWanted = () => !this.isStopped && this.queues.get(streamId) === queue
    while ((ahead.length > 0 || queue.waiting.length > 0) && isWanted()) {
      while (ahead.length < AHEAD && queue.waiting.length > 0) ahead.push(this.begin(streamId, queue))
      const next = ahead.shift()
      if (next && !(await this.digest(streamId, next))) {
        // The cursor still stands before these: read them again when whatever failed has recovered.
        ahead.length = 0
        queue.waiting.length = 0
        this.fallBehind(streamId, queue)
        await this.pause()
      }
    }
    queue.isWorking = false
    // Left meanwhile, or joined anew: somebody else's queue, or nobody's.
    if (!queue.isBehind || this.isStopped || this.queues.get(streamId) !== queue) return
    this.queues.delete(streamId)
    await this.follow(streamId)
  }

  /** Begins to read the oldest that wait. A failure is told to whoever digests them, which may be never. */
  private begin(streamId: string, queue: ChannelQueue): Batch {
    const events = queue.waiting.splice(0, BATCH)
    const hearing = queue.heard.then(() => this.attendant.listen(streamId, events))
    queue.heard = hearing.catch(() => undefined)
    return this.batchOf(events, hearing)
  }

  private batchOf(events: readonly Event[], hearing: ReturnType<Attendant['listen']>): Batch {
    const reading = hearing.then((heard) => this.attendant.read(heard))
    reading.catch(() => undefined)
    return { events, reading }
  }

  /** Answers whether the cursor stands behind the batch; if one event of many fails, the others must not. */
  private async digest(streamId: string, { events, reading }: Batch): Promise<boolean> {
    const [first] = events
    try {
      await this.attendant.attend(events, await reading)
      await this.cursors.save(streamId, events.at(-1)?.seq ?? 0)
      return true
    } catch (error) {
      this.options.onError(error)
      if (!first || isDatabaseTrouble(error)) return false
      return events.length > 1 ? this.digestEach(streamId, events) : this.passOver(streamId, first.seq)
    }
  }

  private async digestEach(streamId: string, events: readonly Event[]): Promise<boolean> {
    for (const event of events) {
      const batch = this.batchOf([event], this.attendant.listen(streamId, [event]))
      if (!(await this.digest(streamId, batch))) return false
    }
    return true
  }

  /** What fails again and again must not silence the assistant in this channel for good. */
  private async passOver(streamId: string, seq: number): Promise<boolean> {
    const before = this.failures.get(streamId)
    const times = before?.seq === seq ? before.times + 1 : 1
    this.failures.set(streamId, { seq, times })
    if (times < ATTEMPTS) return false
    this.options.onError(new Error(`event ${seq} of ${streamId} was passed over after ${times} attempts`))
    this.failures.delete(streamId)
    await this.cursors.save(streamId, seq)
    return true
  }

  private queueOf(streamId: string): ChannelQueue {
    let queue = this.queues.get(streamId)
    if (!queue) {
      queue = { waiting: [], heard: Promise.resolve(), isWorking: false, isBehind: false }
      this.queues.set(streamId, queue)
    }
    return queue
  }

  private run(work: Promise<void>): void {
    const guarded = work.catch(this.options.onError).finally(() => this.working.delete(guarded))
    this.working.add(guarded)
  }

  private async pause(): Promise<void> {
    await delay(RETRY_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined)
  }
}
