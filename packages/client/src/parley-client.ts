import type {
  ChannelId,
  CommandAnswer,
  CommandBody,
  CommandName,
  Event,
  FileId,
  MessageId,
  QueryAnswer,
  QueryName,
  QueryParameters,
  UserId,
} from '@parley/protocol'
import { ClientCore } from './client-core'
import { type Clock, systemClock } from './clock'
import type { CallOptions, HttpClient } from './http-client'
import type { StateKeeper } from './kept-state'
import type { OutgoingStorage, SendRefusal } from './outgoing-message'
import type { ParleyClientState } from './parley-client-state'
import type { OpenSocket } from './web-socket-like'

export interface ParleyClientOptions {
  readonly http: HttpClient
  readonly openSocket: OpenSocket
  /** Where messages on their way survive a reload, a place of its own for each person. */
  readonly openStorage?: (userId: UserId) => OutgoingStorage
  /** Where the state is kept to be read without a connection; nothing is kept without it. */
  readonly keeper?: StateKeeper
  readonly clock?: Clock
  /** 0 to 1, for the jitter of waiting times. */
  readonly random?: () => number
}

export interface SendOptions {
  /** A reply: the message that its thread hangs on. */
  readonly threadId?: MessageId | null
  /** A reply that the channel shows too. */
  readonly isAlsoInChannel?: boolean
  /**
   * Files that the message shows. It waits for them to be uploaded, and other messages do not wait for it; when they are
   * refused, so is the message.
   */
  readonly files?: Promise<readonly FileId[]>
}

export interface ParleyClient {
  /** The same object until something changes: made for `useSyncExternalStore(client.subscribe, client.getState)`. */
  getState(): ParleyClientState
  /** Told once a tick at most. The answer ends the subscription. */
  subscribe(listener: () => void): () => void
  /** Every batch of events right after it was applied: for notifications, announcements, bots. */
  onEvents(listener: (events: readonly Event[]) => void): () => void
  /** A message that was to be taken back stays, and why: the server has refused it, perhaps after a reload. */
  onWithdrawalRefused(listener: (refusal: SendRefusal) => void): () => void
  /** Reads the state and connects; also after signing in. Starting twice changes nothing. */
  start(): void
  /** Ends the connection. State and unsent messages stay. */
  stop(): void
  /** Ends the session: as soon as the server has answered, nothing of the person is left here but what is not sent yet. */
  signOut(): Promise<void>
  /** Tries at once what waits for its next attempt: call it on `online`, and when the page becomes visible. */
  wake(): void
  /** Keeps the state on this device at once: call it before the page may go. */
  keepNow(): void
  /** Shows the message at once and sends it until it is acknowledged or refused. Answers its clientMessageId. */
  send(channelId: ChannelId, text: string, options?: SendOptions): string
  retrySend(clientMessageId: string): void
  discardSend(clientMessageId: string): void
  /** Takes back a message that was just sent, whether it has arrived or not; it is asked back until the server answers. */
  withdrawSend(channelId: ChannelId, clientMessageId: string): void
  /** Loads the page before what is loaded; the first page of a channel, too. Does nothing while one is under way. */
  loadOlder(channelId: ChannelId): Promise<void>
  /** Loads the page after what is loaded, where that ends before the newest. */
  loadNewer(channelId: ChannelId): Promise<void>
  /** Loads what stands around a message in the place of what is loaded; with null the newest. */
  loadAround(channelId: ChannelId, seq: number | null): Promise<void>
  /** Nobody looks at the channel any more: only its newest messages stay loaded. */
  leaveChannel(channelId: ChannelId): void
  /** Loads a thread's root and last replies, or those around one, and keeps them up to date; of the last eight threads. */
  openThread(channelId: ChannelId, threadId: MessageId, around?: number): Promise<void>
  /** The same three for the replies of an open thread. */
  loadOlderReplies(threadId: MessageId): Promise<void>
  loadNewerReplies(threadId: MessageId): Promise<void>
  loadRepliesAround(threadId: MessageId, seq: number | null): Promise<void>
  /** Asks for somebody's presence (`getState().presence`) until the answer is called. */
  watchPerson(userId: UserId): () => void
  /** Which channel is on the screen: its typing comes (`getState().typing`). */
  openChannel(channelId: ChannelId | null): void
  /** Call it with every key: it is said every few seconds. */
  noteTyping(channelId: ChannelId, threadId: MessageId | null, isTyping: boolean): void
  /** Whether the person is at this device. */
  noteActivity(isActive: boolean): void
  /** A command whose answer (a channel joined, a task, a profile, an edit) is taken into the state at once. */
  command<Name extends CommandName>(name: Name, body: CommandBody<Name>): Promise<CommandAnswer<Name>>
  /** A query; tasks in its answer are taken into the state, which by itself holds open ones only. */
  query<Name extends QueryName>(
    name: Name,
    parameters: QueryParameters<Name>,
    options?: CallOptions,
  ): Promise<QueryAnswer<Name>>
}

/** A person's (or a bot's) client: its state follows the server, its messages find their way. */
export function createParleyClient(options: ParleyClientOptions): ParleyClient {
  return new ClientCore({ clock: systemClock, random: Math.random, ...options })
}
