import type { ChannelId } from '@parley/protocol'
import type { ChannelView, ClientState } from './client-state'
import { emptyWindow, endLoading, type MessageWindow, withoutOldest } from './message-window'

/** What a device holds of a person's state, to be read without a connection. */
export interface KeptState {
  readonly state: ClientState
  /** When the server last stood behind it. */
  readonly atMs: number
}

/** Where the state is kept between starts: one person's at a time. */
export interface StateKeeper {
  /** Null, when nothing is kept, or nothing that may still be shown. */
  load(): Promise<KeptState | null>
  /** Takes the place of what was kept before, whoever's it was. */
  save(kept: KeptState): Promise<void>
  clear(): Promise<void>
}

const CHANNELS_LIMIT = 20
const MESSAGES_LIMIT = 50
const CHARACTERS_LIMIT = 1_000_000

/** The part of a state that is kept: the newest messages of the channels that were read, and no threads. */
export function worthKeeping(state: ClientState): ClientState {
  const kept = windowsWorthKeeping(state.channels)
  const channels = [...state.channels].map(([id, view]): [ChannelId, ChannelView] => [
    id,
    { ...view, window: kept.get(id) ?? emptyWindow(view.cursor, view.lastMessageNumber) },
  ])
  return { ...state, channels: new Map(channels), openThreads: new Map() }
}

/** Those with the newest messages first, as many as the limits allow. */
function windowsWorthKeeping(channels: ReadonlyMap<ChannelId, ChannelView>): ReadonlyMap<ChannelId, MessageWindow> {
  const read = [...channels].filter(([, { window }]) => isWhole(window)).toSorted(byNewest)
  const kept = new Map<ChannelId, MessageWindow>()
  let characters = 0
  for (const [id, view] of read.slice(0, CHANNELS_LIMIT)) {
    const window = withoutOldest(endLoading(view.window), MESSAGES_LIMIT)
    characters += window.messages.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > CHARACTERS_LIMIT) break
    kept.set(id, window)
  }
  return kept
}

/** Read by a person, and up to the newest message. */
const isWhole = ({ isOpened, hasNewer, messages }: MessageWindow) => isOpened && !hasNewer && messages.length > 0

type Entry = readonly [ChannelId, ChannelView]
const newestOf = ([, { window }]: Entry) => window.messages.at(-1)?.createdAt ?? ''
const byNewest = (one: Entry, other: Entry) => newestOf(other).localeCompare(newestOf(one))

/** Takes messages over that were kept, into channels where nothing has happened since. */
export function withKeptMessages(state: ClientState, kept: ClientState): ClientState {
  if (state.me.id !== kept.me.id) return state
  const channels = new Map(state.channels)
  for (const [id, { cursor, window }] of kept.channels) {
    const view = channels.get(id)
    if (view?.cursor === cursor && !view.window.isOpened && window.isOpened) channels.set(id, { ...view, window })
  }
  return { ...state, channels }
}
