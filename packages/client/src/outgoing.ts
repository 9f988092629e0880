import type { ChannelId, FileId, Message } from '@parley/protocol'
import { backoffMs } from './backoff'
import type { ClientState } from './client-state'
import type { Clock } from './clock'
import { newClientId } from './new-client-id'
import { OutgoingList, withoutFiles } from './outgoing-list'
import type { OutgoingMessage, OutgoingStorage, SendRefusal } from './outgoing-message'
import type { SendOptions } from './parley-client'
import { type SendOutcome, trySend } from './try-send'
import { createWaiting, type Waiting } from './waiting'

export interface OutgoingOptions {
  /** `messages.send`. */
  readonly deliver: (message: OutgoingMessage) => Promise<Message>
  /** `messages.withdraw`. */
  readonly withdraw: (message: OutgoingMessage) => Promise<Message | null>
  /** What has arrived. */
  readonly state: () => ClientState | null
  /** A message that was to be taken back stays: the server has refused. */
  readonly onWithdrawalRefused: (refusal: SendRefusal) => void
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly onChange: () => void
  readonly storage?: OutgoingStorage | undefined
}

type Answered = Extract<SendOutcome, { kind: 'sent' | 'refused' }>

/**
 * Sends messages: in each channel one at a time, so that they arrive in the order of sending; each one is tried under
 * its clientMessageId until the server acknowledges or refuses it, over reloads too.
 */
export class Outgoing {
  private readonly list: OutgoingList
  private readonly waiting: Waiting
  /** Channels that are being sent to. */
  private readonly lanes = new Set<ChannelId>()
  /** Messages of this page that cannot have reached the server: nobody has tried yet. */
  private readonly unattempted = new Set<string>()
  private running: AbortController | null = null
  private lastCreatedAtMs: number

  constructor(private readonly options: OutgoingOptions) {
    this.list = new OutgoingList(options.storage, options.onChange)
    this.waiting = createWaiting(options.clock)
    this.lastCreatedAtMs = Math.max(0, ...this.list.all.map((message) => message.createdAtMs))
  }

  get byChannel(): ReadonlyMap<ChannelId, readonly OutgoingMessage[]> {
    return this.list.byChannel
  }

  /** Shows and sends a message. Answers its clientMessageId. */
  send(channelId: ChannelId, text: string, options: SendOptions): string {
    const { threadId = null, isAlsoInChannel = false, files } = options
    const clientMessageId = newClientId()
    const createdAtMs = this.nextInstant()
    const fresh = { status: 'sending', refusal: null, seq: null } as const
    const fileIds = files ? null : []
    this.unattempted.add(clientMessageId)
    this.list.put({ clientMessageId, channelId, threadId, isAlsoInChannel, text, fileIds, createdAtMs, ...fresh })
    if (files) void this.awaitFiles(clientMessageId, files)
    else this.openLane(channelId)
    return clientMessageId
  }

  /** Sends a refused message again, under the same id. */
  retry(clientMessageId: string): void {
    const message = this.list.find(clientMessageId)
    if (message?.status !== 'failed' || message.fileIds === null) return
    this.list.put({ ...message, status: 'sending', refusal: null })
    this.openLane(message.channelId)
  }

  /**
   * Gives up a message that was refused, or that waits for its files. One that is being sent may have arrived: it cannot
   * be taken back.
   */
  discard(clientMessageId: string): void {
    const message = this.list.find(clientMessageId)
    if (message?.status === 'failed' || message?.fileIds === null) this.list.drop(message)
  }

  /**
   * Takes back a message of this page, wherever on its way it is. One that may have arrived is asked back of the server,
   * as often as it takes, over reloads too; until then nobody here sees it.
   */
  withdraw(channelId: ChannelId, clientMessageId: string): void {
    const message = this.list.find(clientMessageId)
    const isUnheardOf = this.unattempted.delete(clientMessageId) || message?.status === 'failed'
    if (message && isUnheardOf) this.list.drop(message)
    else this.askBack(channelId, clientMessageId, message)
  }

  private askBack(channelId: ChannelId, clientMessageId: string, message: OutgoingMessage | undefined): void {
    const arrived = { clientMessageId, channelId, threadId: null, isAlsoInChannel: false, text: '', createdAtMs: 0 }
    const back = { status: 'sending', refusal: null, seq: null, isWithdrawn: true } as const
    this.list.put({ ...(message ?? arrived), fileIds: [], ...back })
    this.openLane(channelId)
  }

  private async awaitFiles(clientMessageId: string, files: Promise<readonly FileId[]>): Promise<void> {
    const fileIds = await files.catch(() => null)
    const message = this.list.find(clientMessageId)
    if (!message) return
    if (fileIds === null) return this.list.put(withoutFiles(message))
    this.list.put({ ...message, fileIds })
    this.openLane(message.channelId)
  }

  /** Lets go of messages whose event has arrived. */
  settle(state: ClientState, arrived: readonly Message[]): void {
    const ids = new Set(arrived.filter((it) => it.authorId === state.me.id).map((it) => it.clientMessageId))
    const settled = this.list.all.filter(
      (it) => !it.isWithdrawn && (ids.has(it.clientMessageId) || isSettled(it, state)),
    )
    for (const message of settled) this.list.drop(message)
    // A lane may be pausing before the next attempt of a message that has arrived.
    if (settled.some((message) => message.status === 'sending')) this.wake()
  }

  /** Sends what waits: after a reload, after signing in. */
  start(): void {
    this.running ??= new AbortController()
    for (const channelId of this.byChannel.keys()) this.openLane(channelId)
  }

  stop(): void {
    this.running?.abort()
    this.running = null
    this.lanes.clear()
  }

  /** Ends all pauses between attempts. */
  wake(): void {
    this.waiting.wake()
  }

  /** Growing even where the clock stands or goes back: it is the order of sending. */
  private nextInstant(): number {
    this.lastCreatedAtMs = Math.max(this.options.clock.now(), this.lastCreatedAtMs + 1)
    return this.lastCreatedAtMs
  }

  private openLane(channelId: ChannelId): void {
    if (!this.running || this.lanes.has(channelId)) return
    this.lanes.add(channelId)
    void this.runLane(channelId, this.running.signal)
  }

  private async runLane(channelId: ChannelId, signal: AbortSignal): Promise<void> {
    let failures = 0
    for (let next = this.list.nextIn(channelId); next && !signal.aborted; next = this.list.nextIn(channelId)) {
      const message = next
      const outcome = await this.attempt(message)
      if (outcome.kind === 'signed-out') break
      failures = outcome.kind === 'retry' ? failures + 1 : 0
      const current = this.list.find(message.clientMessageId)
      // Gone already: its event was faster than the answer, or came without one.
      if (!current) continue
      if (outcome.kind === 'retry') await this.pause(failures, outcome.notBeforeMs, signal)
      else if (message.isWithdrawn) this.endWithdrawal(current, outcome)
      // Taken back while it was on its way: what arrived is asked back next.
      else if (!current.isWithdrawn) this.take(message, outcome)
    }
    if (!signal.aborted) this.lanes.delete(channelId)
  }

  private attempt(message: OutgoingMessage): Promise<SendOutcome> {
    this.unattempted.delete(message.clientMessageId)
    return trySend(() => (message.isWithdrawn ? this.options.withdraw(message) : this.options.deliver(message)))
  }

  private pause(failures: number, notBeforeMs: number, signal: AbortSignal): Promise<void> {
    return this.waiting.pause(Math.max(backoffMs(failures, this.options.random), notBeforeMs), signal)
  }

  private endWithdrawal(message: OutgoingMessage, outcome: Answered): void {
    this.list.drop(message)
    if (outcome.kind === 'refused') this.options.onWithdrawalRefused(outcome.refusal)
  }

  private take(message: OutgoingMessage, outcome: Answered): void {
    if (outcome.kind === 'sent') this.acknowledge({ ...message, status: 'sent', seq: outcome.seq })
    else this.list.put({ ...message, status: 'failed', refusal: outcome.refusal })
  }

  /** Shown until its event is here. The first acknowledgement may have been lost, and the event long be here. */
  private acknowledge(message: OutgoingMessage): void {
    const state = this.options.state()
    if (state && isSettled(message, state)) this.list.drop(message)
    else this.list.put(message)
  }
}

/** Acknowledged and held by the state, or in a channel that is not there any more. */
function isSettled(message: OutgoingMessage, state: ClientState): boolean {
  const view = state.channels.get(message.channelId)
  if (!view) return message.status !== 'sending'
  return message.seq !== null && message.seq <= view.cursor
}
