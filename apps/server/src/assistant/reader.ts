import type { Event, Message, MessageCard, User } from '@parley/protocol'
import { v5 as uuidv5 } from 'uuid'
import type { Actor } from '../actor'
import type { EventFeed, Follower } from '../realtime/event-feed'
import type { Delivery } from '../realtime/frame'
import type { Store } from '../store/store'
import { readAddress } from './address'
import type { Comprehended, Comprehension } from './comprehension'
import type { Conversations, StoredReply } from './converse'
import type { Directory } from './directory'
import { ReaderCursors } from './reader-cursors'

/** Names the assistant's replies after the events they answer (RFC 9562, version 5). */
const REPLY_NAMESPACE = '0192f6c1-9d0e-7c55-8c5c-5f3f0a3c7d11'
/** Messages understood in one go: enough to fill the encoder's batches, few enough to repeat after a crash. */
const BATCH = 32
/** Events of one channel that may wait in memory; beyond that the channel is read from the database again. */
const MAX_WAITING = 500
const FLOW_PATIENCE_MS = 10 * 60 * 1000
const RETRY_MS = 2_000

export interface AssistantReaderOptions {
  readonly assistant: Actor
  readonly names: readonly string[]
  readonly store: Store
  readonly feed: EventFeed
  readonly directory: Directory
  readonly comprehension: Comprehension
  readonly conversations: Conversations
  readonly onError: (error: unknown) => void
}

interface ChannelQueue {
  readonly waiting: Event[]
  isWorking: boolean
  /** The feed was told to stop; what is missing is read again from the saved cursor. */
  isBehind: boolean
}

/**
 * Reads the channels that the assistant is a member of, from where it stopped last time; understands what people say
 * and answers where it is spoken to. It follows the same feed as every socket, and answers by the same door as
 * everybody. A crash at any point repeats some events: understandings, tasks and replies are keyed by their event.
 */
export class AssistantReader implements Follower {
  private readonly cursors: ReaderCursors
  private readonly queues = new Map<string, ChannelQueue>()
  private readonly followed = new Set<string>()
  private isStopped = false
  private working = new Set<Promise<void>>()

  constructor(private readonly options: AssistantReaderOptions) {
    this.cursors = new ReaderCursors(options.store, 'assistant', options.assistant.workspaceId)
  }

  get userId(): string {
    return this.options.assistant.userId
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
    this.isStopped = true
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
      this.later(() => this.follow(streamId))
    }
  }

  private take(event: Event): void {
    if (this.isStopped) return
    if (event.type === 'channel-joined') this.run(this.follow(event.state.channel.id))
    if (event.type === 'channel-left') this.leave(event.channelId)
    const queue = this.queueOf(event.streamId)
    if (queue.isBehind) return
    queue.waiting.push(event)
    if (queue.waiting.length > MAX_WAITING) this.fallBehind(event.streamId, queue)
    if (!queue.isWorking) this.run(this.work(event.streamId, queue))
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
    while (queue.waiting.length > 0 && !this.isStopped && this.queues.get(streamId) === queue) {
      const batch = queue.waiting.splice(0, BATCH)
      if (!(await this.tryBatch(streamId, batch))) {
        // The cursor still stands before these: read them again when whatever failed has recovered.
        queue.waiting.length = 0
        this.fallBehind(streamId, queue)
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref())
      }
    }
    queue.isWorking = false
    if (!queue.isBehind || this.isStopped) return
    this.queues.delete(streamId)
    await this.follow(streamId)
  }

  private async tryBatch(streamId: string, batch: readonly Event[]): Promise<boolean> {
    try {
      await this.digest(batch)
      await this.cursors.save(streamId, batch.at(-1)?.seq ?? 0)
      return true
    } catch (error) {
      this.options.onError(error)
      return false
    }
  }

  /** Understands the messages of a batch together, then answers those that are for the assistant, in order. */
  private async digest(batch: readonly Event[]): Promise<void> {
    const said = await this.messagesOfPeople(batch)
    if (said.length === 0) return
    const { comprehension, store } = this.options
    const read = await comprehension.read(
      said.map(({ text, situation }) => ({ text, situation })),
      said.some(({ isAddressed }) => isAddressed) ? 'interactive' : 'background',
    )
    await store.rows
      .insertInto('understandings')
      .values(
        said.map(({ message }, index) => ({
          message_id: message.id,
          workspace_id: this.options.assistant.workspaceId,
          understanding: JSON.stringify(read[index]?.understanding),
          made_by: comprehension.madeBy,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const [index, utterance] of said.entries()) {
      const comprehended = read[index]
      if (comprehended && utterance.isAddressed) await this.answer(utterance, comprehended)
    }
  }

  private async messagesOfPeople(batch: readonly Event[]) {
    const created = batch.flatMap((event) =>
      event.type === 'message-created' ? [{ event, message: event.message }] : [],
    )
    const found = []
    for (const { message } of created) {
      const author = await this.options.directory.find(message.authorId)
      if (author?.kind !== 'person' || message.text === '') continue
      const channel = await this.channelOf(message.channelId)
      const address = readAddress(message.text, this.options.names)
      const isAddressed = address.isAddressed || channel.isDirect || (await this.isAwaited(message))
      const situation = await this.options.directory.situationOf({ userId: author.id, timeZone: author.timeZone })
      found.push({ message, author, text: address.text, isAddressed, isDirect: channel.isDirect, situation })
    }
    return found
  }

  private async channelOf(channelId: string): Promise<{ isDirect: boolean }> {
    const channel = await this.options.store.rows
      .selectFrom('channels')
      .select(['kind', 'member_count'])
      .where('id', '=', channelId)
      .executeTakeFirstOrThrow()
    return { isDirect: channel.kind === 'direct' && channel.member_count === 2 }
  }

  private isAwaited(message: Message): Promise<boolean> {
    const since = new Date(this.options.store.now().getTime() - FLOW_PATIENCE_MS)
    return this.options.conversations.isAwaitingAnswer(message.channelId, message.authorId, since)
  }

  private async answer(
    utterance: { message: Message; author: User; text: string; isDirect: boolean },
    comprehended: Comprehended,
  ): Promise<void> {
    const { message, author, text, isDirect } = utterance
    const cause = `${message.channelId}:${message.seq}`
    const { reply } = await this.options.conversations.answer({
      actor: actorOf(author, this.options.assistant.workspaceId),
      place: { kind: 'channel', channelId: message.channelId, isDirect, messageId: message.id },
      text,
      cause,
      comprehended,
    })
    await this.say(message, reply, uuidv5(cause, REPLY_NAMESPACE))
  }

  /** By the one door: the reply's client id is derived from the event it answers, so a replay finds it sent. */
  private async say(question: Message, reply: StoredReply, clientMessageId: string): Promise<void> {
    await this.options.store.messages.store({
      workspaceId: this.options.assistant.workspaceId,
      channelId: question.channelId,
      authorId: this.userId,
      clientMessageId,
      threadId: question.threadId,
      text: reply.text,
      card: cardOf(question, reply),
    })
  }

  private queueOf(streamId: string): ChannelQueue {
    let queue = this.queues.get(streamId)
    if (!queue) {
      queue = { waiting: [], isWorking: false, isBehind: false }
      this.queues.set(streamId, queue)
    }
    return queue
  }

  private run(work: Promise<void>): void {
    const guarded = work.catch(this.options.onError).finally(() => this.working.delete(guarded))
    this.working.add(guarded)
  }

  private later(work: () => Promise<void>): void {
    setTimeout(() => {
      if (!this.isStopped) this.run(work())
    }, RETRY_MS).unref()
  }
}

function cardOf(question: Message, reply: StoredReply): MessageCard {
  return {
    kind: reply.kind,
    citations: [...reply.citations],
    confidence: reply.confidence,
    reasons: [...reply.reasons],
    taskIds: reply.tasks.map((task) => task.id),
    repliesTo: question.id,
  }
}

/** Whoever spoke is whoever asks: the assistant answers with their permissions, not its own. */
function actorOf(user: User, workspaceId: string): Actor {
  return {
    userId: user.id,
    workspaceId,
    sessionId: '',
    name: user.name,
    role: user.role,
    kind: user.kind,
    language: user.language,
    timeZone: user.timeZone,
  }
}
