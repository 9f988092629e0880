import type { OutgoingMessage } from '@parley/client'
import type { Message, UserId } from '@parley/protocol'
import { dayKey, type Reader } from '../../app/time'
import { isTakenBack } from './is-taken-back'

/** One line of a conversation, top to bottom. Keys stay when an outgoing message becomes a real one. */
export type Row =
  | { readonly kind: 'start'; readonly key: string }
  | { readonly kind: 'loading'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'replies'; readonly key: string; readonly count: number }
  | { readonly kind: 'unread'; readonly key: string; readonly count: number }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly isFirst: boolean }
  | { readonly kind: 'outgoing'; readonly key: string; readonly outgoing: OutgoingMessage; readonly isFirst: boolean }

export interface RowSource {
  /** Of a thread: the message that it hangs on. */
  readonly root: Message | null
  readonly messages: readonly Message[]
  readonly outgoing: readonly OutgoingMessage[]
  readonly hasOlder: boolean
  readonly hasNewer: boolean
  readonly myId: UserId
  /** What was unread when the channel was opened: the line stays there while one looks, and new ones get none. */
  readonly unread: { readonly after: number; readonly upTo: number }
  numberOf(message: Message): number
  readonly reader: Reader
}

/** Messages of a person that follow each other within this time join under one name. */
const JOIN_MS = 5 * 60_000

export const messageKey = (authorId: string, clientMessageId: string): string => `${authorId}/${clientMessageId}`

export function buildRows(all: RowSource): readonly Row[] {
  const source = withoutWithdrawn(all)
  return [...topRows(source), ...messageRows(source), ...outgoingRows(source)]
}

/** What was taken back right after it was sent is no part of what a channel shows; nor is what is just being taken back. */
function withoutWithdrawn(source: RowSource): RowSource {
  const leaving = new Set(source.outgoing.filter((it) => it.isWithdrawn).map((it) => it.clientMessageId))
  const isLeaving = (it: Message) => it.authorId === source.myId && leaving.has(it.clientMessageId)
  const messages = source.messages.filter((it) => !isLeaving(it) && !isTakenBack(it))
  if (messages.length === source.messages.length && leaving.size === 0) return source
  return { ...source, messages, outgoing: source.outgoing.filter((it) => !it.isWithdrawn) }
}

/** A thread begins with its root, whatever of the replies is loaded. In a channel the list keeps the place for what is not. */
function topRows({ root, hasOlder }: RowSource): Row[] {
  const loading: Row[] = hasOlder ? [{ kind: 'loading', key: 'loading' }] : []
  if (!root) return hasOlder ? [] : [{ kind: 'start', key: 'start' }]
  const key = messageKey(root.authorId, root.clientMessageId)
  return [
    { kind: 'day', key: `day-${root.seq}`, at: root.createdAt },
    { kind: 'message', key, message: root, isFirst: true },
    { kind: 'replies', key: 'replies', count: root.replyCount },
    ...loading,
  ]
}

/**
 * How a message is drawn depends on the one before. So the oldest that is held is not shown while there are older ones:
 * a page that comes in above changes no row that is there.
 */
function messageRows(source: RowSource): Row[] {
  const { root, messages, hasOlder, reader } = source
  const unread = unreadLine(source)
  const rows = messages.map((message, index): Row[] => {
    const previous = messages[index - 1]
    const dayBefore = (previous ?? root)?.createdAt
    const isNewDay = !dayBefore || dayKey(dayBefore, reader) !== dayKey(message.createdAt, reader)
    const isUnreadLine = message === unread?.before
    const isFirst = isNewDay || isUnreadLine || !joins(previous, message, root !== null)
    return [
      ...(isNewDay ? [{ kind: 'day', key: `day-${message.seq}`, at: message.createdAt } as const] : []),
      ...(isUnreadLine ? [{ kind: 'unread', key: 'unread', count: unread.count } as const] : []),
      { kind: 'message', key: messageKey(message.authorId, message.clientMessageId), message, isFirst },
    ]
  })
  return (hasOlder ? rows.slice(1) : rows).flat()
}

/** Where it stands while the list grows: nowhere, as long as what was read last may lie before what is held. */
function unreadLine({ messages, hasOlder, hasNewer, myId, unread: { after, upTo }, numberOf }: RowSource) {
  const unread = messages.filter((it) => numberOf(it) > after && numberOf(it) <= upTo && it.authorId !== myId)
  const [before] = unread
  const isSure = !hasOlder || (messages[0] && numberOf(messages[0]) <= after)
  return before && isSure ? { before, count: hasNewer ? upTo - after : unread.length } : null
}

/** In a channel a reply shows what it replies to, and stands alone. */
function joins(previous: Message | undefined, message: Message, isInThread: boolean): boolean {
  if (!previous || previous.authorId !== message.authorId) return false
  if ((message.threadId && !isInThread) || message.card || previous.card) return false
  return Date.parse(message.createdAt) - Date.parse(previous.createdAt) < JOIN_MS
}

/** What is on its way stands after the newest. */
function outgoingRows({ root, messages, hasNewer, outgoing, myId }: RowSource): Row[] {
  if (hasNewer) return []
  const here = new Set(messages.filter((it) => it.authorId === myId).map((it) => it.clientMessageId))
  const last = messages.at(-1)
  const waiting = outgoing.filter((it) => !here.has(it.clientMessageId))
  return waiting.map((it, index) => ({
    kind: 'outgoing',
    key: messageKey(myId, it.clientMessageId),
    outgoing: it,
    isFirst: (it.threadId !== null && !root) || (index === 0 && !followsMine(last, it, myId)),
  }))
}

function followsMine(last: Message | undefined, outgoing: OutgoingMessage, myId: UserId): boolean {
  return last?.authorId === myId && outgoing.createdAtMs - Date.parse(last.createdAt) < JOIN_MS
}
