import type { ChannelId, EphemeralFrame, MessageId, Presence, TypingFrame, UpFrame, UserId } from '@parley/protocol'
import type { Clock } from './clock'

/** What is true for the moment: nothing of it is stored, and it is gone with the connection. */
export interface LiveState {
  /** Of the people who are on the screen. */
  readonly presence: ReadonlyMap<UserId, Presence>
  /** Who is writing in the channel that is open, and where. */
  readonly typing: ReadonlyMap<ChannelId, TypingFrame['people']>
  /** Grow when something has changed, or may have while nobody could say so. The reports of messages, for those who look after them: */
  readonly reportsVersion: number
  /** The documents of the knowledge base, and where they come from: */
  readonly documentsVersion: number
  readonly sourcesVersion: number
  /** Rules and intents, for administrators: */
  readonly understandingVersion: number
}

export interface LiveOptions {
  readonly clock: Clock
  readonly onChange: () => void
}

/** As many as a server answers about. */
const MOST_WATCHED = 200
/** Names come on the screen one by one: they are asked about together. */
const GATHER_MS = 150
/** The server forgets a writer after twice that time. */
const TYPING_AGAIN_MS = 3_000

const NOTHING: LiveState = {
  presence: new Map(),
  typing: new Map(),
  reportsVersion: 0,
  documentsVersion: 0,
  sourcesVersion: 0,
  understandingVersion: 0,
}

/** Says what this client looks at and does, and keeps what the server says to that. */
export class Live {
  state: LiveState = NOTHING
  private readonly watched = new Map<UserId, number>()
  private channelId: ChannelId | null = null
  private isActive = true
  private typedAtMs = Number.NEGATIVE_INFINITY
  private typedIn: string | null = null
  private send: ((frame: UpFrame) => void) | null = null
  private cancelLook: (() => void) | null = null

  constructor(private readonly options: LiveOptions) {}

  connected(send: (frame: UpFrame) => void): void {
    this.send = send
    if (!this.isActive) send({ type: 'activity', isActive: false })
    // What changed meanwhile was told to nobody.
    this.noteReports()
    this.noteKnowledge('documents')
    this.noteKnowledge('sources')
    this.noteUnderstanding()
    this.lookSoon()
  }

  /** Who was there may have gone meanwhile: better nothing than what was. */
  disconnected(): void {
    this.send = null
    this.change({ presence: NOTHING.presence, typing: NOTHING.typing })
  }

  take(frame: EphemeralFrame): void {
    if (frame.type === 'reports-changed') this.noteReports()
    else if (frame.type === 'knowledge-changed') this.noteKnowledge(frame.what)
    else if (frame.type === 'understanding-changed') this.noteUnderstanding()
    else if (frame.type === 'typing') this.change({ typing: new Map([[frame.channelId, frame.people]]) })
    else {
      const told = frame.people.map(({ userId, presence }) => [userId, presence] as const)
      this.change({ presence: new Map([...this.state.presence, ...told]) })
    }
  }

  private noteReports(): void {
    this.change({ reportsVersion: this.state.reportsVersion + 1 })
  }

  private noteKnowledge(what: 'documents' | 'sources'): void {
    const { documentsVersion, sourcesVersion } = this.state
    if (what === 'documents') this.change({ documentsVersion: documentsVersion + 1 })
    else this.change({ sourcesVersion: sourcesVersion + 1 })
  }

  private noteUnderstanding(): void {
    this.change({ understandingVersion: this.state.understandingVersion + 1 })
  }

  /** Asks for somebody's presence until the answer is called. */
  watch(userId: UserId): () => void {
    this.watched.set(userId, (this.watched.get(userId) ?? 0) + 1)
    this.lookSoon()
    return () => {
      const left = (this.watched.get(userId) ?? 1) - 1
      if (left > 0) this.watched.set(userId, left)
      else this.watched.delete(userId)
      this.lookSoon()
    }
  }

  openChannel(channelId: ChannelId | null): void {
    if (this.channelId === channelId) return
    this.channelId = channelId
    this.change({ typing: NOTHING.typing })
    this.lookSoon()
  }

  noteTyping(channelId: ChannelId, threadId: MessageId | null, isTyping: boolean): void {
    const place = threadId ?? channelId
    const nowMs = this.options.clock.now()
    const isSaid = this.typedIn === place && nowMs - this.typedAtMs < TYPING_AGAIN_MS
    if (isTyping ? isSaid : this.typedIn !== place) return
    this.typedIn = isTyping ? place : null
    this.typedAtMs = nowMs
    this.send?.({ type: 'typing', channelId, threadId, isTyping })
  }

  noteActivity(isActive: boolean): void {
    if (this.isActive === isActive) return
    this.isActive = isActive
    this.send?.({ type: 'activity', isActive })
  }

  private lookSoon(): void {
    if (!this.send) return
    this.cancelLook ??= this.options.clock.after(GATHER_MS, () => {
      this.cancelLook = null
      const userIds = [...this.watched.keys()].slice(-MOST_WATCHED)
      this.send?.({ type: 'look', channelId: this.channelId, userIds })
    })
  }

  private change(part: Partial<LiveState>): void {
    this.state = { ...this.state, ...part }
    this.options.onChange()
  }
}

export const noLiveState = NOTHING
