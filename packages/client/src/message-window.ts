import type { Message } from '@parley/protocol'
import { changedMessageId, changeMessage, type MessageChange, withWordsOf } from './change-message'

/**
 * The loaded end of what a channel shows, or of a thread. It always reaches up to the channel's cursor and grows only
 * at its ends, so that a hole in the middle cannot exist: every message of it whose `seq` lies between `fromSeq` and the
 * cursor is held.
 */
export interface MessageWindow {
  /** Ascending by `seq`; tombstones included. */
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

export function changeInWindow(window: MessageWindow, change: MessageChange): MessageWindow {
  const id = changedMessageId(change)
  const index = id === null ? -1 : window.messages.findLastIndex((message) => message.id === id)
  const message = window.messages[index]
  if (message) return { ...window, messages: window.messages.with(index, changeMessage(message, change)) }
  if (!window.isLoading || id === null) return window
  return { ...window, changesWhileLoading: [...window.changesWhileLoading, change] }
}

/** Takes the words of a message's newer form over into the held one; one that is not held stays out. */
export function replaceMessage(window: MessageWindow, newer: Message): MessageWindow {
  const index = window.messages.findLastIndex((message) => message.id === newer.id)
  const held = window.messages[index]
  const message = held && withWordsOf(newer, held)
  return !message || message === held ? window : { ...window, messages: window.messages.with(index, message) }
}

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
    .map((message) => withMissedChanges(window, message))
  const oldest = older[0]
  return {
    ...endLoading(window),
    messages: [...older, ...window.messages],
    fromSeq: oldest?.seq ?? window.fromSeq,
    hasOlder: oldest !== undefined && !isFirst(oldest),
  }
}

function withMissedChanges({ changesWhileLoading }: MessageWindow, message: Message): Message {
  return changesWhileLoading.filter((change) => changedMessageId(change) === message.id).reduce(changeMessage, message)
}

/** A channel's first message has the number 1, and so has a thread's first reply. */
const isFirst = ({ threadId, isAlsoInChannel, messageNumber, replyNumber }: Message) =>
  threadId !== null && !isAlsoInChannel ? replyNumber === 1 : messageNumber === 1
