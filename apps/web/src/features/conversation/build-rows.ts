import type { OutgoingMessage } from '@parley/client'
import type { Message, UserId } from '@parley/protocol'
import { dayKey, type Reader } from '../../app/time'

/** One line of a conversation, top to bottom. Keys stay when an outgoing message becomes a real one. */
export type Row =
  | { readonly kind: 'start'; readonly key: string }
  | { readonly kind: 'loading'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string; readonly count: number }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly isFirst: boolean }
  | { readonly kind: 'outgoing'; readonly key: string; readonly outgoing: OutgoingMessage; readonly isFirst: boolean }

export interface RowSource {
  readonly messages: readonly Message[]
  readonly outgoing: readonly OutgoingMessage[]
  readonly hasOlder: boolean
  readonly myId: UserId
  /** What was unread when the channel was opened: the line stays there while one looks, and new ones get none. */
  readonly unread: { readonly after: number; readonly upTo: number }
  readonly reader: Reader
}

/** Messages of a person that follow each other within this time join under one name. */
const JOIN_MS = 5 * 60_000

const messageKey = (authorId: string, clientMessageId: string): string => `${authorId}/${clientMessageId}`

export function buildRows(source: RowSource): readonly Row[] {
  const top: Row = source.hasOlder ? { kind: 'loading', key: 'loading' } : { kind: 'start', key: 'start' }
  const rows = [top, ...messageRows(source)]
  return [...rows, ...outgoingRows(source)]
}

function messageRows({ messages, myId, unread: range, reader }: RowSource): Row[] {
  const unread = messages.filter(
    (it) => it.messageNumber > range.after && it.messageNumber <= range.upTo && it.authorId !== myId,
  )
  const firstUnread = unread[0]
  return messages.flatMap((message, index): Row[] => {
    const previous = messages[index - 1]
    const isNewDay = !previous || dayKey(previous.createdAt, reader) !== dayKey(message.createdAt, reader)
    const isUnreadLine = message === firstUnread
    const isFirst = isNewDay || isUnreadLine || !joins(previous, message)
    return [
      ...(isNewDay ? [{ kind: 'day', key: `day-${message.seq}`, at: message.createdAt } as const] : []),
      ...(isUnreadLine ? [{ kind: 'unread', key: 'unread', count: unread.length } as const] : []),
      { kind: 'message', key: messageKey(message.authorId, message.clientMessageId), message, isFirst },
    ]
  })
}

function joins(previous: Message | undefined, message: Message): boolean {
  if (!previous || previous.authorId !== message.authorId) return false
  if (message.threadId || message.card || previous.card) return false
  return Date.parse(message.createdAt) - Date.parse(previous.createdAt) < JOIN_MS
}

function outgoingRows({ messages, outgoing, myId }: RowSource): Row[] {
  const here = new Set(messages.filter((it) => it.authorId === myId).map((it) => it.clientMessageId))
  const last = messages.at(-1)
  const waiting = outgoing.filter((it) => !here.has(it.clientMessageId))
  return waiting.map((it, index) => ({
    kind: 'outgoing',
    key: messageKey(myId, it.clientMessageId),
    outgoing: it,
    isFirst: it.threadId !== null || (index === 0 && !followsMine(last, it, myId)),
  }))
}

function followsMine(last: Message | undefined, outgoing: OutgoingMessage, myId: UserId): boolean {
  return last?.authorId === myId && outgoing.createdAtMs - Date.parse(last.createdAt) < JOIN_MS
}
