import type { ChannelId, Event, Message, MessageId } from '@parley/protocol'
import { changedMessageId, changeMessage, type MessageChange, withWordsOf } from './change-message'
import {
  appendMessage,
  beginLoading,
  changeInWindow,
  emptyWindow,
  type MessageWindow,
  replaceMessage,
} from './message-window'

/** A thread whose replies somebody looks at. */
export interface OpenThread {
  readonly threadId: MessageId
  readonly channelId: ChannelId
  /** The message that it hangs on; null while it is read. */
  readonly root: Message | null
  readonly window: MessageWindow
}

/** A thread being opened at this moment of its channel; replies and changes from then on are kept. */
export function openingThread(channelId: ChannelId, threadId: MessageId, cursor: number): OpenThread {
  return { threadId, channelId, root: null, window: beginLoading(emptyWindow(cursor, 1)) }
}

/** The root has been read; what changed it meanwhile is among the changes that its window keeps. */
export function withRoot(thread: OpenThread, root: Message): OpenThread {
  const missed = (thread.window.loading?.changes ?? []).filter((change) => changedMessageId(change) === root.id)
  return { ...thread, root: missed.reduce(changeMessage, root) }
}

export function threadAfterChange(thread: OpenThread, change: MessageChange): OpenThread {
  const isReply = change.type === 'message-created' && change.message.threadId === thread.threadId
  const changed = changeInWindow(thread.window, change)
  const window = isReply ? appendMessage(changed, change.message) : changed
  const root =
    thread.root && changedMessageId(change) === thread.root.id ? changeMessage(thread.root, change) : thread.root
  return root === thread.root && window === thread.window ? thread : { ...thread, root, window }
}

/** A newer form of its root or of a reply that it holds, ahead of the event that will say the same. */
export function threadWithNewer(thread: OpenThread, newer: Message): OpenThread {
  const window = replaceMessage(thread.window, newer)
  const root = thread.root?.id === newer.id ? withWordsOf(newer, thread.root) : thread.root
  return root === thread.root && window === thread.window ? thread : { ...thread, window, root }
}

const changing = new Set([
  'message-created',
  'message-edited',
  'message-deleted',
  'message-reacted',
  'message-pinned',
  'poll-voted',
  'poll-counted',
  'poll-closed',
  'reply-linked',
])

export const isMessageChange = (event: Event): event is MessageChange => changing.has(event.type)
