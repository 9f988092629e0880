import type { Event, Message } from '@parley/protocol'

/** A change to a message that may lie before what is loaded. */
export type MessageChange = Extract<Event, { type: 'message-edited' | 'message-deleted' }>

/**
 * The loaded end of a channel. It always reaches up to the channel's cursor and grows only at its ends, so that a hole
 * in the middle cannot exist: every message whose `seq` lies between `fromSeq` and the cursor is held.
 */
export interface MessageWindow {
  /** Ascending by `seq`; thread replies and tombstones included. */
  readonly messages: readonly Message[]
  readonly fromSeq: number
  readonly hasOlder: boolean
  /** Whether older messages were ever asked for; before that the window holds a short live tail only. */
  readonly isOpened: boolean
  readonly isLoading: boolean
  /** Changes to messages that a page under way may bring in their earlier form. */
  readonly changesWhileLoading: readonly MessageChange[]
}

/** How many live messages a channel keeps that nobody looks at. */
const UNOPENED_LIMIT = 100

export function emptyWindow(cursor: number, lastMessageNumber: number): MessageWindow {
  return {
    messages: [],
    fromSeq: cursor + 1,
    hasOlder: lastMessageNumber > 0,
    isOpened: false,
    isLoading: false,
    changesWhileLoading: [],
  }
}

export function appendMessage(window: MessageWindow, message: Message): MessageWindow {
  return trimUnopened({ ...window, messages: [...window.messages, message] })
}

function trimUnopened(window: MessageWindow): MessageWindow {
  if (window.isOpened || window.messages.length <= UNOPENED_LIMIT) return window
  const messages = window.messages.slice(-UNOPENED_LIMIT)
  return { ...window, messages, fromSeq: messages[0]?.seq ?? window.fromSeq, hasOlder: true }
}

export function changeMessage(window: MessageWindow, change: MessageChange): MessageWindow {
  const index = window.messages.findLastIndex((message) => message.id === change.messageId)
  const message = window.messages[index]
  if (message) return { ...window, messages: window.messages.with(index, changed(message, change)) }
  if (!window.isLoading) return window
  return { ...window, changesWhileLoading: [...window.changesWhileLoading, change] }
}

/** Puts a message's newer form in the place of the held one; one that is not held stays out. */
export function replaceMessage(window: MessageWindow, newer: Message): MessageWindow {
  const index = window.messages.findLastIndex((message) => message.id === newer.id)
  const held = window.messages[index]
  if (!held || !isNewer(newer, held)) return window
  return { ...window, messages: window.messages.with(index, newer) }
}

const isNewer = (one: Message, other: Message) =>
  !other.deletedAt && (one.deletedAt !== null || isLater(one.editedAt, other.editedAt))

export function beginLoading(window: MessageWindow): MessageWindow {
  return { ...window, isOpened: true, isLoading: true, changesWhileLoading: [] }
}

export function endLoading(window: MessageWindow): MessageWindow {
  return { ...window, isLoading: false, changesWhileLoading: [] }
}

/** Adds a page as `messages.list?before=fromSeq` answers it: newest first, all older than the window. */
export function addOlder(window: MessageWindow, page: readonly Message[]): MessageWindow {
  const older = page
    .filter((message) => message.seq < window.fromSeq)
    .toSorted((one, other) => one.seq - other.seq)
    .map((message) => window.changesWhileLoading.filter((it) => it.messageId === message.id).reduce(changed, message))
  const oldest = older[0]
  return {
    ...endLoading(window),
    messages: [...older, ...window.messages],
    fromSeq: oldest?.seq ?? window.fromSeq,
    hasOlder: oldest !== undefined && oldest.messageNumber > 1,
  }
}

/** A page may be newer than the event: the later edit wins, and a deletion is final. */
function changed(message: Message, change: MessageChange): Message {
  if (message.deletedAt) return message
  if (change.type === 'message-deleted') return { ...message, text: '', card: null, deletedAt: change.deletedAt }
  if (!isLater(change.editedAt, message.editedAt)) return message
  return { ...message, text: change.text, editedAt: change.editedAt }
}

const isLater = (one: string | null, other: string | null) =>
  one !== null && (other === null || Date.parse(one) > Date.parse(other))
