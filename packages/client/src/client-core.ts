import type {
  ChannelId,
  CommandAnswer,
  CommandBody,
  CommandName,
  Event,
  HeartbeatFrame,
  MessageId,
  QueryAnswer,
  QueryName,
  QueryParameters,
  Task,
  UserId,
} from '@parley/protocol'
import { absorbAnswer } from './absorb-answer'
import type { ReceivedEvent } from './apply-event'
import { applyEvents } from './apply-events'
import { type ClientState, cursorsOf, mayBeUnheld, type Snapshot, stateFromSnapshot, withThreads } from './client-state'
import type { Clock } from './clock'
import { Connection } from './connection'
import type { CallOptions } from './http-client'
import { Keeping } from './keeping'
import { withKeptMessages } from './kept-state'
import { Live, noLiveState } from './live'
import { loadAround, loadNewer, loadOlder, type StateAccess, takeTasks } from './load-page'
import { openThread } from './load-thread'
import { leaveWindow } from './message-window'
import { noticingGone } from './noticing-gone'
import { Outgoing } from './outgoing'
import type { OutgoingMessage, SendRefusal } from './outgoing-message'
import type { ParleyClient, ParleyClientOptions, SendOptions } from './parley-client'
import type { ConnectionStatus, ParleyClientState } from './parley-client-state'
import { isDatabaseAway } from './selectors'
import { Store } from './store'
import { UnheldThreads } from './unheld-threads'
import { changeWindow, type WindowPlace } from './window-place'

export interface ClientCoreOptions extends ParleyClientOptions {
  readonly clock: Clock
  readonly random: () => number
}

const BEFORE_START: ParleyClientState = {
  ...noLiveState,
  status: 'connecting',
  problem: null,
  serverSays: null,
  keptAtMs: null,
  session: null,
  outgoing: new Map(),
}

/** Ties HTTP, connection, reducer and outgoing messages together. `ParleyClient` is its public face. */
export class ClientCore implements ParleyClient {
  private readonly store = new Store<ParleyClientState>(BEFORE_START)
  private readonly eventListeners = new Set<(events: readonly Event[]) => void>()
  private readonly refusalListeners = new Set<(refusal: SendRefusal) => void>()
  private readonly connection: Connection
  private readonly live: Live
  private readonly keeping: Keeping | null
  private outgoing: Outgoing | null = null
  private unheldThreads = this.openUnheldThreads()

  constructor(private readonly options: ClientCoreOptions) {
    const { http, keeper, clock } = options
    this.keeping = keeper ? new Keeping({ keeper, clock, current: () => this.certainSession }) : null
    this.live = new Live({ ...options, onChange: () => this.store.set({ ...this.store.get(), ...this.live.state }) })
    this.connection = new Connection({
      ...options,
      readState: () => http.query('state', {}),
      checkSession: () => http.query('channels.list', {}),
      onSnapshot: (snapshot) => this.takeSnapshot(snapshot),
      cursors: () => (this.session ? cursorsOf(this.session) : {}),
      onEvents: (events) => this.takeEvents(events),
      onEphemeral: (frame) => this.live.take(frame),
      onHeartbeat: (serverSays) => this.takeHeartbeat(serverSays),
      onSend: (send) => (send ? this.live.connected(send) : this.live.disconnected()),
      onStatus: (status, problem) => this.takeStatus(status, problem),
    })
  }

  readonly getState = this.store.get
  readonly subscribe = this.store.subscribe

  readonly onEvents = (listener: (events: readonly Event[]) => void) => {
    this.eventListeners.add(listener)
    return () => {
      this.eventListeners.delete(listener)
    }
  }

  readonly onWithdrawalRefused = (listener: (refusal: SendRefusal) => void) => {
    this.refusalListeners.add(listener)
    return () => {
      this.refusalListeners.delete(listener)
    }
  }

  start(): void {
    this.connection.start()
    this.outgoing?.start()
    void this.showKept()
  }

  stop(): void {
    this.connection.stop()
    this.outgoing?.stop()
  }

  async signOut(): Promise<void> {
    await this.options.http.command('auth.signOut', {})
    this.connection.stop()
    this.endSession(null)
  }

  wake(): void {
    this.connection.wake()
    this.outgoing?.wake()
  }

  keepNow(): void {
    this.keeping?.saveNow()
  }

  send(channelId: ChannelId, text: string, options: SendOptions = {}): string {
    if (!this.outgoing) throw new Error('nobody is signed in: wait for a session before sending')
    return this.outgoing.send(channelId, text, options)
  }

  retrySend(clientMessageId: string): void {
    this.outgoing?.retry(clientMessageId)
  }

  discardSend(clientMessageId: string): void {
    this.outgoing?.discard(clientMessageId)
  }

  withdrawSend(channelId: ChannelId, clientMessageId: string): void {
    this.outgoing?.withdraw(channelId, clientMessageId)
  }

  loadOlder(channelId: ChannelId): Promise<void> {
    return this.reading((access) => loadOlder(this.options.http, { channelId }, access))
  }

  loadNewer(channelId: ChannelId): Promise<void> {
    return this.reading((access) => loadNewer(this.options.http, { channelId }, access))
  }

  loadAround(channelId: ChannelId, seq: number | null): Promise<void> {
    return this.reading((access) => loadAround(this.options.http, { channelId }, seq, access))
  }

  leaveChannel(channelId: ChannelId): void {
    this.change((state) => {
      const lastMessageNumber = state.channels.get(channelId)?.lastMessageNumber ?? 0
      return changeWindow(state, { channelId }, (window, cursor) => leaveWindow(window, cursor, lastMessageNumber))
    })
  }

  openThread(channelId: ChannelId, threadId: MessageId, around?: number): Promise<void> {
    return this.reading((access) => openThread(this.options.http, { channelId, threadId, around }, access))
  }

  loadOlderReplies(threadId: MessageId): Promise<void> {
    return this.readingThread(threadId, (place, access) => loadOlder(this.options.http, place, access))
  }

  loadNewerReplies(threadId: MessageId): Promise<void> {
    return this.readingThread(threadId, (place, access) => loadNewer(this.options.http, place, access))
  }

  loadRepliesAround(threadId: MessageId, seq: number | null): Promise<void> {
    return this.readingThread(threadId, (place, access) => loadAround(this.options.http, place, seq, access))
  }

  private async readingThread(
    threadId: MessageId,
    read: (place: WindowPlace, access: StateAccess) => Promise<void>,
  ): Promise<void> {
    const channelId = this.session?.openThreads.get(threadId)?.channelId
    if (channelId) await this.reading((access) => read({ channelId, threadId }, access))
  }

  watchPerson(userId: UserId): () => void {
    return this.live.watch(userId)
  }

  openChannel(channelId: ChannelId | null): void {
    this.live.openChannel(channelId)
  }

  noteTyping(channelId: ChannelId, threadId: MessageId | null, isTyping: boolean): void {
    this.live.noteTyping(channelId, threadId, isTyping)
  }

  noteActivity(isActive: boolean): void {
    this.live.noteActivity(isActive)
  }

  private reading<Result>(read: (access: StateAccess) => Promise<Result>): Promise<Result> {
    return noticingGone(this.onEvents, (gone) =>
      read({
        get: () => this.session,
        change: (change) => this.change(change),
        isGone: (taskId) => gone.has(taskId),
      }),
    )
  }

  async command<Name extends CommandName>(name: Name, body: CommandBody<Name>): Promise<CommandAnswer<Name>> {
    return noticingGone(this.onEvents, async (gone) => {
      const answer = await this.options.http.command(name, body)
      this.change((state) => absorbAnswer(state, answer, gone))
      return answer
    })
  }

  query<Name extends QueryName>(
    name: Name,
    parameters: QueryParameters<Name>,
    options?: CallOptions,
  ): Promise<QueryAnswer<Name>> {
    return this.reading(async (access) => {
      const answer = await this.options.http.query(name, parameters, options)
      const { tasks } = answer as { readonly tasks?: readonly Task[] }
      if (tasks) takeTasks(access, tasks)
      return answer
    })
  }

  private openUnheldThreads(): UnheldThreads {
    const threads: UnheldThreads = new UnheldThreads({
      read: async (threadId) => (await this.options.http.query('threads.get', { threadId })).thread,
      // An answer to somebody who has signed out says nothing of who has come after them.
      take: (thread) => threads === this.unheldThreads && this.change((state) => withThreads(state, [thread])),
    })
    return threads
  }

  private lookAfterThreads(state: ClientState, events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'thread-saved') this.unheldThreads.forget(event.thread.threadId)
      if (event.type !== 'message-created' || event.message.threadId === null) continue
      const { threadId } = event.message
      if (mayBeUnheld(state, threadId)) this.unheldThreads.note(threadId)
      else this.unheldThreads.forget(threadId)
    }
  }

  private get session(): ClientState | null {
    return this.store.get().session
  }

  private change(change: (state: ClientState) => ClientState): void {
    const { session } = this
    if (!session) return
    const changed = change(session)
    if (changed === session) return
    this.store.set({ ...this.store.get(), session: changed })
    this.keeping?.note()
  }

  private get certainSession(): ClientState | null {
    const { status, session } = this.store.get()
    return status === 'live' && this.allowsCopies ? session : null
  }

  private async showKept(): Promise<void> {
    const kept = await this.keeping?.loadUnlessAnswered(() => this.session !== null || this.hasFailed)
    if (!kept || this.store.get().status === 'signed-out') return
    if (this.session) return this.change((state) => withKeptMessages(state, kept.state))
    this.store.set({ ...this.store.get(), session: kept.state, keptAtMs: kept.atMs })
    // What is written waits until the server has said who is signed in.
    this.openOutgoing(kept.state)
  }

  private takeSnapshot(snapshot: Snapshot): void {
    const isSomebodyElse = this.session?.me.id !== snapshot.me.id
    const session = stateFromSnapshot(snapshot, this.session)
    this.store.set({ ...this.store.get(), session, keptAtMs: null })
    if (isSomebodyElse || !this.outgoing) this.openOutgoing(session)
    this.outgoing?.settle(session, [])
    this.outgoing?.start()
  }

  private openOutgoing({ me }: ClientState): void {
    this.outgoing?.stop()
    const { clock, random, openStorage } = this.options
    const outgoing = new Outgoing({
      deliver: (message) => this.deliver(message),
      withdraw: async ({ channelId, clientMessageId }) =>
        (await this.command('messages.withdraw', { channelId, clientMessageId })).message,
      state: () => this.session,
      onWithdrawalRefused: (refusal) => {
        for (const listener of [...this.refusalListeners]) listener(refusal)
      },
      clock,
      random,
      storage: openStorage?.(me.id),
      onChange: () => this.store.set({ ...this.store.get(), outgoing: outgoing.byChannel }),
    })
    this.outgoing = outgoing
    this.store.set({ ...this.store.get(), outgoing: outgoing.byChannel })
  }

  private async deliver(outgoing: OutgoingMessage) {
    const { channelId, text, clientMessageId, threadId, isAlsoInChannel, fileIds } = outgoing
    const body = { channelId, text, clientMessageId, threadId, isAlsoInChannel, fileIds: [...(fileIds ?? [])] }
    const { message } = await this.options.http.command('messages.send', body)
    return message
  }

  private takeEvents(events: readonly ReceivedEvent[]): boolean {
    const { session } = this
    if (!session) return true
    const { state, applied, gap } = applyEvents(session, events)
    this.change(() => state)
    const arrived = applied.flatMap((event) => (event.type === 'message-created' ? [event.message] : []))
    this.outgoing?.settle(state, arrived)
    this.lookAfterThreads(state, applied)
    if (applied.length > 0) for (const listener of [...this.eventListeners]) listener(applied)
    return gap === null
  }

  /** The first attempt to reach the server has ended without it. */
  private get hasFailed(): boolean {
    const { status, problem } = this.store.get()
    return status === 'offline' || problem !== null
  }

  private get allowsCopies(): boolean {
    return this.store.get().serverSays?.allowsOfflineCopies !== false
  }

  private takeStatus(status: ConnectionStatus, problem: unknown): void {
    if (status !== 'live') this.keeping?.saveNow()
    if (status === 'signed-out') this.endSession(problem)
    else this.store.set({ ...this.store.get(), status, problem })
    if (this.hasFailed) this.keeping?.endPatience()
    if (status === 'live') this.goOn()
  }

  /** What waited for the database need not wait out its pause. */
  private takeHeartbeat(serverSays: HeartbeatFrame): void {
    const wasAway = isDatabaseAway(this.store.get())
    const wasAllowed = this.allowsCopies
    this.store.set({ ...this.store.get(), serverSays })
    if (wasAway && !isDatabaseAway(this.store.get())) this.goOn()
    if (wasAllowed && !this.allowsCopies) this.keeping?.clear()
  }

  private goOn(): void {
    this.outgoing?.wake()
    this.keeping?.note()
  }

  /** Nothing of a person stays on the screen; what is not sent yet stays in their storage, and nothing else. */
  private endSession(problem: unknown): void {
    this.outgoing?.stop()
    this.outgoing = null
    this.keeping?.clear()
    this.unheldThreads = this.openUnheldThreads()
    this.store.set({ ...BEFORE_START, status: 'signed-out', problem })
  }
}
