import type { Message } from '@parley/protocol'
import { changedMessageId, changeMessage, type MessageChange, withWordsOf } from './change-message'

/**
 * A stretch of what a channel shows, or of a thread, without a hole: every message of it is held from `fromSeq` up to the
 * channel's cursor, or where there are newer ones that are not loaded, up to the last that is held. It grows at its ends,
 * and lets go of what is far from the end that grows.
 */
export interface MessageWindow {
  /** Ascending by `seq`; tombstones included. */
  readonly messages: readonly Message[]
  readonly fromSeq: number
  readonly hasOlder: boolean
  /** Whether it ends before the newest: what arrives meanwhile is not shown. */
  readonly hasNewer: boolean
  /** Whether a page was ever asked for; before that the window holds a short live tail only. */
  readonly isOpened: boolean
  /** The page on its way. */
  readonly loading: PageLoad | null
}

/** What happens while a page is on its way, which may bring messages in their earlier form, or not yet. */
export interface PageLoad {
  /** Which page it is for: an answer to an earlier question is past. */
  readonly ticket: object
  readonly changes: readonly MessageChange[]
  readonly arrived: readonly Message[]
}

/** As `messages.list` answers it: newest first. */
export interface Page {
  readonly messages: readonly Message[]
  readonly hasOlder: boolean
  readonly hasNewer: boolean
}

/** How many live messages a channel keeps that nobody looks at. */
export const UNOPENED_LIMIT = 100

/** How many messages a window holds: more than anybody has in sight, far less than a channel may have. */
export const HELD_LIMIT = 600

export function emptyWindow(cursor: number, lastMessageNumber: number): MessageWindow {
  return {
    messages: [],
    fromSeq: cursor + 1,
    hasOlder: lastMessageNumber > 0,
    hasNewer: false,
    isOpened: false,
    loading: null,
  }
}

export function appendMessage(window: MessageWindow, message: Message): MessageWindow {
  const { loading } = window
  const noted = loading ? { ...window, loading: { ...loading, arrived: [...loading.arrived, message] } } : window
  return noted.hasNewer ? noted : trimLive({ ...noted, messages: [...noted.messages, message] })
}

/** A live window is cut in large steps: whoever reads in it is seldom disturbed. */
function trimLive(window: MessageWindow): MessageWindow {
  const limit = window.isOpened ? HELD_LIMIT : UNOPENED_LIMIT
  return window.messages.length <= (window.isOpened ? 2 * limit : limit) ? window : withoutOldest(window, limit)
}

export function withoutOldest(window: MessageWindow, limit: number): MessageWindow {
  if (window.messages.length <= limit) return window
  const messages = window.messages.slice(-limit)
  return { ...window, messages, fromSeq: messages[0]?.seq ?? window.fromSeq, hasOlder: true }
}

function withoutNewest(window: MessageWindow, limit: number): MessageWindow {
  if (window.messages.length <= limit) return window
  return { ...window, messages: window.messages.slice(0, limit), hasNewer: true }
}

export function changeInWindow(window: MessageWindow, change: MessageChange): MessageWindow {
  const id = changedMessageId(change)
  const index = id === null ? -1 : window.messages.findLastIndex((message) => message.id === id)
  const message = window.messages[index]
  const changed = message
    ? { ...window, messages: window.messages.with(index, changeMessage(message, change)) }
    : window
  const { loading } = changed
  return loading && id !== null
    ? { ...changed, loading: { ...loading, changes: [...loading.changes, change] } }
    : changed
}

/** Takes the words of a message's newer form over into the held one; one that is not held stays out. */
export function replaceMessage(window: MessageWindow, newer: Message): MessageWindow {
  const index = window.messages.findLastIndex((message) => message.id === newer.id)
  const held = window.messages[index]
  const message = held && withWordsOf(newer, held)
  return !message || message === held ? window : { ...window, messages: window.messages.with(index, message) }
}

export function beginLoading(window: MessageWindow, ticket: object = {}): MessageWindow {
  return { ...window, isOpened: true, loading: { ticket, changes: [], arrived: [] } }
}

export function endLoading(window: MessageWindow): MessageWindow {
  return { ...window, loading: null }
}

/** Adds the page before the window. */
export function addOlder(window: MessageWindow, { messages, hasOlder }: Pick<Page, 'messages' | 'hasOlder'>) {
  const older = broughtUpToDate(window, messages).filter((message) => message.seq < window.fromSeq)
  return withoutNewest(
    {
      ...endLoading(window),
      messages: [...older, ...window.messages],
      fromSeq: older[0]?.seq ?? window.fromSeq,
      hasOlder: hasOlder && older.length > 0,
    },
    HELD_LIMIT,
  )
}

/** Adds the page after the window's last message. `cursor`: the last event applied to the window. */
export function addNewer(window: MessageWindow, page: Page, cursor: number): MessageWindow {
  const last = window.messages.at(-1)?.seq ?? window.fromSeq - 1
  const newer = withArrived(window, page, cursor).filter((message) => message.seq > last)
  const hasNewer = page.hasNewer
  return withoutOldest(
    { ...endLoading(window), messages: [...window.messages, ...newer], hasNewer },
    hasNewer ? HELD_LIMIT : 2 * HELD_LIMIT,
  )
}

/** Puts a page in the place of all that is held. `cursor` as above. */
export function standAt(window: MessageWindow, page: Page, cursor: number): MessageWindow {
  const messages = withArrived(window, page, cursor)
  const { hasOlder, hasNewer } = page
  return { ...endLoading(window), messages, fromSeq: messages[0]?.seq ?? cursor + 1, hasOlder, hasNewer }
}

/** Nobody looks at it any more: it keeps its newest messages, and goes back to them from elsewhere. */
export function leaveWindow(window: MessageWindow, cursor: number, lastMessageNumber: number): MessageWindow {
  if (window.hasNewer) return emptyWindow(cursor, lastMessageNumber)
  return withoutOldest(window, UNOPENED_LIMIT)
}

/**
 * What the page holds up to `cursor`, since later messages come as events; and where it reaches the newest, those whose
 * events came before it.
 */
function withArrived(window: MessageWindow, page: Page, cursor: number): readonly Message[] {
  const held = page.messages.filter((message) => message.seq <= cursor)
  const ids = new Set(held.map((message) => message.id))
  const arrived = page.hasNewer ? [] : (window.loading?.arrived ?? []).filter((message) => !ids.has(message.id))
  return broughtUpToDate(window, [...held, ...arrived])
}

/** Ascending, each with what changed it while the page was on its way. */
function broughtUpToDate({ loading }: MessageWindow, messages: readonly Message[]): readonly Message[] {
  const changes = loading?.changes ?? []
  return messages
    .toSorted((one, other) => one.seq - other.seq)
    .map((message) =>
      changes.filter((change) => changedMessageId(change) === message.id).reduce(changeMessage, message),
    )
}
