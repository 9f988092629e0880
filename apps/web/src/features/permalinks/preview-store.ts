import type { Channel, Event, Message, QueryAnswer } from '@parley/protocol'
import { type PermalinkPlace, placeKey } from './permalinks-in'

export interface Preview {
  readonly message: Message
  readonly channel: Channel
}

/** `null`: not there, or not this reader's to see, which is the same. */
export type PreviewState = Preview | null | 'loading'

export interface PreviewStoreOptions {
  readonly read: (places: string) => Promise<QueryAnswer<'messages.preview'>>
  /** Runs once what is asked for now has been gathered. */
  readonly soon: (work: () => void) => void
}

const BATCH = 20

/** What permalinks lead to, asked for together and kept until an event says that it has changed. */
export class PreviewStore {
  private known = new Map<string, PreviewState>()
  private readonly listeners = new Set<() => void>()
  private wanted = new Set<string>()

  constructor(private readonly options: PreviewStoreOptions) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get(place: PermalinkPlace): PreviewState {
    const known = this.known.get(placeKey(place))
    return known === undefined ? 'loading' : known
  }

  /** Asks for what is not known yet. */
  want(place: PermalinkPlace): void {
    const key = placeKey(place)
    if (!this.known.has(key)) this.ask(key)
  }

  /** Edits, deletions, and channels that the reader comes into or leaves. */
  heed(events: readonly Event[]): void {
    for (const event of events) {
      for (const [key, state] of this.known) if (isTouched(key, state, event)) this.ask(key)
    }
  }

  /** Whoever saw them has signed out: the next reader may not see them, nor what is just being read. */
  forgetAll(): void {
    this.known = new Map()
    this.wanted = new Set()
  }

  private ask(key: string): void {
    if (this.wanted.size === 0) this.options.soon(() => void this.readWanted())
    this.wanted.add(key)
  }

  private async readWanted(): Promise<void> {
    const keys = [...this.wanted]
    this.wanted = new Set()
    for (let start = 0; start < keys.length; start += BATCH) await this.readBatch(keys.slice(start, start + BATCH))
  }

  private async readBatch(keys: readonly string[]): Promise<void> {
    const { known } = this
    const answer = await this.options.read(keys.join(',')).catch(() => null)
    // Unreachable: what is shown stays, and whoever looks next asks again.
    if (!answer || known !== this.known) return
    const found = new Map(answer.messages.map((message) => [placeKey(message), message]))
    for (const key of keys) known.set(key, previewOf(found.get(key), answer.channels))
    for (const listener of this.listeners) listener()
  }
}

function previewOf(message: Message | undefined, channels: readonly Channel[]): Preview | null {
  const channel = channels.find(({ id }) => id === message?.channelId)
  return message && channel ? { message, channel } : null
}

function isTouched(key: string, state: PreviewState, event: Event): boolean {
  switch (event.type) {
    case 'message-edited':
    case 'message-deleted':
      return typeof state === 'object' && state?.message.id === event.messageId
    case 'channel-left':
      return key.startsWith(event.channelId)
    case 'channel-joined':
      return key.startsWith(event.state.channel.id)
    case 'member-removed':
      return key.startsWith(event.streamId)
    default:
      return false
  }
}
