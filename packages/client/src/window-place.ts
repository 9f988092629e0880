import type { ChannelId, MessageId } from '@parley/protocol'
import { type ClientState, withChannelView, withOpenThread } from './client-state'
import type { MessageWindow } from './message-window'

/** Whose messages a window holds: a channel's, or with `threadId` the replies of one of its threads. */
export interface WindowPlace {
  readonly channelId: ChannelId
  readonly threadId?: MessageId
}

export function windowAt(state: ClientState | null, { channelId, threadId }: WindowPlace): MessageWindow | undefined {
  if (threadId === undefined) return state?.channels.get(channelId)?.window
  return state?.openThreads.get(threadId)?.window
}

/** `change` gets the window and the last event that was applied to it. */
export function changeWindow(
  state: ClientState,
  place: WindowPlace,
  change: (window: MessageWindow, cursor: number) => MessageWindow,
): ClientState {
  const view = state.channels.get(place.channelId)
  const before = windowAt(state, place)
  if (!view || !before) return state
  const window = change(before, view.cursor)
  if (window === before) return state
  const thread = place.threadId && state.openThreads.get(place.threadId)
  return thread ? withOpenThread(state, { ...thread, window }) : withChannelView(state, { ...view, window })
}
