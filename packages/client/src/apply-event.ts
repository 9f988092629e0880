import type { ChannelId, Event } from '@parley/protocol'
import {
  type ChannelView,
  type ClientState,
  channelView,
  withChannelView,
  withoutChannel,
  withoutTask,
  withTasks,
  withUser,
} from './client-state'
import { appendMessage, changeMessage } from './message-window'

/** Events are missing before this one, or what it brings is more than it says: read the state afresh. */
export interface Gap {
  readonly kind: 'gap'
  readonly streamId: string
  readonly expectedSeq: number
  readonly receivedSeq: number
}
export type Applied = { readonly kind: 'applied'; readonly state: ClientState } | Gap

/** An event of a type that this version does not know: it only takes its number in the stream. */
export interface UnknownEvent {
  readonly type: 'unknown'
  readonly streamId: string
  readonly seq: number
}
export type ReceivedEvent = Event | UnknownEvent

/**
 * State + event → state. Pure. An event that the state already holds, or of a stream that it does not follow, leaves
 * the very same object; an event that does not follow the last one answers a gap.
 */
export function applyEvent(state: ClientState, event: ReceivedEvent): Applied {
  const cursor = cursorOf(state, event.streamId)
  if (cursor === null || event.seq <= cursor) return { kind: 'applied', state }
  if (event.seq > cursor + 1 || bringsStrangers(state, event)) {
    return { kind: 'gap', streamId: event.streamId, expectedSeq: cursor + 1, receivedSeq: event.seq }
  }
  return { kind: 'applied', state: withEffect(withCursor(state, event.streamId, event.seq), event) }
}

/**
 * A guest's state holds only the people whom the guest may know of. Events are the same for everybody, so who they are
 * is not in them: where somebody comes in sight, or changes, the state is read afresh.
 */
function bringsStrangers({ me, users }: ClientState, event: ReceivedEvent): boolean {
  if (me.role !== 'guest') return false
  if (event.type === 'channel-joined') return true
  if (event.type === 'user-changed') return users.has(event.userId)
  return event.type === 'member-added' && !users.has(event.userId)
}

/** Streams are named by what they belong to, so a channel's id finds its view. */
const channelOf = (state: ClientState, streamId: string) => state.channels.get(streamId as ChannelId)

function cursorOf(state: ClientState, streamId: string): number | null {
  if (streamId === state.me.id) return state.inboxCursor
  if (streamId === state.workspace.id) return state.workspaceCursor
  return channelOf(state, streamId)?.cursor ?? null
}

function withCursor(state: ClientState, streamId: string, seq: number): ClientState {
  if (streamId === state.me.id) return { ...state, inboxCursor: seq }
  if (streamId === state.workspace.id) return { ...state, workspaceCursor: seq }
  const view = channelOf(state, streamId)
  return view ? withChannelView(state, { ...view, cursor: seq }) : state
}

function withEffect(state: ClientState, event: ReceivedEvent): ClientState {
  switch (event.type) {
    case 'unknown':
    case 'user-changed':
      return state
    case 'task-saved':
      return withTasks(state, [event.task])
    case 'task-hidden':
      return withoutTask(state, event.taskId)
    case 'user-saved':
      return withUser(state, event.user)
    case 'channel-joined':
      return withJoined(state, event)
    case 'channel-left':
      return withoutChannel(state, event.channelId)
    case 'read-moved':
      return withRead(state, event.channelId, event.readNumber)
    case 'member-removed':
      if (event.userId === state.me.id) return withoutChannel(state, event.streamId as string as ChannelId)
      return withChannelEffect(state, event)
    default:
      return withChannelEffect(state, event)
  }
}

type ChannelEvent = Extract<
  Event,
  {
    type:
      | 'message-created'
      | 'message-edited'
      | 'message-deleted'
      | 'member-added'
      | 'member-removed'
      | 'channel-updated'
  }
>

function withChannelEffect(state: ClientState, event: ChannelEvent): ClientState {
  const view = channelOf(state, event.streamId)
  return view ? withChannelView(state, changedView(view, event, state.me.id)) : state
}

function changedView(view: ChannelView, event: ChannelEvent, myId: string): ChannelView {
  switch (event.type) {
    case 'message-created':
      return withMessage(view, event.message, myId)
    case 'message-edited':
    case 'message-deleted':
      return { ...view, window: changeMessage(view.window, event) }
    case 'member-added':
      return withMembers(view, 1, event.isAssistant)
    case 'member-removed':
      return withMembers(view, -1, event.isAssistant)
    case 'channel-updated':
      return { ...view, channel: event.channel }
  }
}

/** What I send I have read: the server moves my position in the same transaction. */
function withMessage(view: ChannelView, message: Extract<Event, { type: 'message-created' }>['message'], myId: string) {
  const { messageNumber } = message
  const readNumber = message.authorId === myId ? Math.max(messageNumber, view.readNumber) : view.readNumber
  return { ...view, lastMessageNumber: messageNumber, readNumber, window: appendMessage(view.window, message) }
}

function withMembers(view: ChannelView, change: 1 | -1, isAssistant: boolean): ChannelView {
  const isAssistantMember = isAssistant ? change === 1 : view.isAssistantMember
  return { ...view, memberCount: view.memberCount + change, isAssistantMember }
}

/** The state that came with the event is as new as its own cursor; what is known may be newer. */
function withJoined(state: ClientState, event: Extract<Event, { type: 'channel-joined' }>): ClientState {
  const known = state.channels.get(event.state.channel.id)
  const isKnownNewer = known !== undefined && known.cursor > event.state.cursor
  const joined = isKnownNewer ? state : withChannelView(state, channelView(event.state, known))
  return withTasks(joined, event.tasks)
}

/** Positions only grow, so it does not matter in which order the two streams that move them arrive. */
function withRead(state: ClientState, channelId: ChannelId, readNumber: number): ClientState {
  const view = state.channels.get(channelId)
  return view && readNumber > view.readNumber ? withChannelView(state, { ...view, readNumber }) : state
}
