import type { ChannelId, Event } from '@parley/protocol'
import {
  type ChannelView,
  type ClientState,
  channelView,
  withChannelView,
  withDraft,
  withGroup,
  withoutChannel,
  withoutReminder,
  withoutScheduled,
  withoutTask,
  withReminder,
  withSavedMessage,
  withScheduled,
  withTasks,
  withThread,
  withThreads,
  withUser,
} from './client-state'
import { appendMessage, changeInWindow } from './message-window'
import { isMessageChange, threadAfterChange } from './open-thread'
import { countsDeleted, readingAfterDeletion, readingAfterMark, readingAfterMessage } from './reading'
import { threadAfterReply } from './thread-view'

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
    // For whoever listens to events: neither is part of the state.
    case 'command-invoked':
    case 'command-answered':
    case 'group-changed':
      return state
    case 'task-saved':
      return withTasks(state, [event.task])
    case 'task-hidden':
      return withoutTask(state, event.taskId)
    case 'user-saved':
      return withUser(state, event.user)
    case 'group-saved':
      return withGroup(state, event.group)
    case 'channel-joined':
      return withJoined(state, event)
    case 'channel-left':
      return withoutChannel(state, event.channelId)
    case 'read-moved':
    case 'channel-preferences-saved':
      return withOwnEffect(state, event)
    case 'thread-saved':
      return withThreads(state, [event.thread])
    case 'message-saved':
      return withSavedMessage(state, event.messageId, event.isSaved)
    case 'draft-saved':
      return withDraft(state, event.draft)
    case 'scheduled-message-saved':
      return withScheduled(state, event.scheduled)
    case 'scheduled-message-removed':
      return withoutScheduled(state, event.scheduledMessageId)
    case 'reminder-saved':
      return withReminder(state, event.reminder)
    case 'reminder-removed':
      return withoutReminder(state, event.reminderId)
    case 'member-removed':
      if (event.userId === state.me.id) return withoutChannel(state, event.streamId as string as ChannelId)
      return withChannelEffect(state, event)
    default:
      return withThreadEffect(withChannelEffect(state, event), event)
  }
}

type ChannelEvent = Extract<
  Event,
  {
    type:
      | 'message-created'
      | 'message-edited'
      | 'message-deleted'
      | 'message-reacted'
      | 'message-pinned'
      | 'reply-linked'
      | 'poll-voted'
      | 'poll-counted'
      | 'poll-closed'
      | 'member-added'
      | 'member-removed'
      | 'moderator-changed'
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
      return withMessage(view, event, myId)
    case 'message-deleted':
      return withoutMessage(view, event)
    case 'message-edited':
    case 'message-reacted':
    case 'message-pinned':
    case 'reply-linked':
    case 'poll-voted':
    case 'poll-counted':
    case 'poll-closed':
      return { ...view, window: changeInWindow(view.window, event) }
    case 'member-added':
      return withMembers(view, 1, event.isAssistant)
    case 'member-removed':
      return withMembers(view, -1, event.isAssistant)
    case 'moderator-changed':
      return event.userId === myId ? { ...view, isModerator: event.isModerator } : view
    case 'channel-updated':
      return { ...view, channel: event.channel }
  }
}

function withoutMessage(view: ChannelView, event: Extract<Event, { type: 'message-deleted' }>): ChannelView {
  const reading = readingAfterDeletion(view, event.messageNumber, countsDeleted(view.channel))
  return { ...view, ...reading, window: changeInWindow(view.window, event) }
}

/** A reply changes the message that its thread hangs on; the channel shows it only where its writer said so. */
function withMessage(view: ChannelView, event: Extract<Event, { type: 'message-created' }>, myId: string): ChannelView {
  const { message } = event
  const changed = message.threadId ? { ...view, window: changeInWindow(view.window, event) } : view
  if (message.threadId && !message.isAlsoInChannel) return changed
  const read = readingAfterMessage(changed, message, myId)
  return {
    ...changed,
    ...read,
    lastMessageNumber: message.messageNumber,
    window: appendMessage(changed.window, message),
  }
}

/** What happens to messages happens in the threads that hold them, too. */
function withThreadEffect(state: ClientState, event: ChannelEvent): ClientState {
  if (!isMessageChange(event)) return state
  const noticed = withReplyNoticed(state, event)
  if (noticed.openThreads.size === 0) return noticed
  const openThreads = new Map(noticed.openThreads)
  for (const thread of noticed.openThreads.values()) {
    const isHere = (thread.channelId as string) === event.streamId
    if (isHere) openThreads.set(thread.threadId, threadAfterChange(thread, event))
  }
  return { ...noticed, openThreads }
}

function withReplyNoticed(state: ClientState, event: ChannelEvent): ClientState {
  if (event.type !== 'message-created' || !event.message.threadId) return state
  const { threadId } = event.message
  const thread = threadAfterReply(state.threads.get(threadId), event.message, state.me.id)
  return thread ? withThread(state, thread) : state
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
  return withThreads(withTasks(joined, event.tasks), event.threads)
}

type OwnEvent = Extract<Event, { type: 'read-moved' | 'channel-preferences-saved' }>

/** What the person changed about a channel for themselves. */
function withOwnEffect(state: ClientState, event: OwnEvent): ClientState {
  const view = state.channels.get(event.channelId)
  if (!view) return state
  if (event.type === 'read-moved')
    return withChannelView(state, { ...view, ...readingAfterMark(view, event, countsDeleted(view.channel)) })
  const { notificationLevel, isMuted, isStarred } = event
  return withChannelView(state, { ...view, notificationLevel, isMuted, isStarred })
}
