import type { Channel, Event, Message } from '@parley/protocol'

/** Where somebody stands in a channel. */
export interface ReadPosition {
  readonly readNumber: number
  /** Numbers of unread messages that name them or call everybody, ascending. */
  readonly unreadMentions: number[]
  /** In a direct channel: numbers of deleted messages that were not read, ascending. */
  readonly unreadDeleted: number[]
}

/**
 * What brings the two streams that move a read position into one order: the channel's (what I say I have read) and the
 * inbox's (what I marked, on any device). Every mark says which message was the newest then, and messages after it
 * count on top of it.
 */
export interface Reading {
  /** Number of the newest message when the position was marked last. */
  readonly markedAt: number
  /** Number of my newest message. */
  readonly ownNumber: number
  /** Numbers of the messages deleted last: a mark that is still on its way may count them, or their mentions. */
  readonly deletedNumbers: ReadonlySet<number>
}

export const freshReading: Reading = { markedAt: 0, ownNumber: 0, deletedNumbers: new Set() }

export interface ReadingState extends ReadPosition {
  readonly reading: Reading
}

const MENTION_LIMIT = 100
/** A mark is on its way for seconds; more than so many deletions do not overtake it. */
const DELETED_LIMIT = 200

/** A message that the channel shows has arrived. */
export function readingAfterMessage(held: ReadingState, message: Message, myId: string): ReadingState {
  const { messageNumber } = message
  const { readNumber, unreadMentions, unreadDeleted } = held
  const isOwn = message.authorId === myId
  const reading = isOwn ? { ...held.reading, ownNumber: messageNumber } : held.reading
  // The mark that came ahead of it has counted it already.
  if (messageNumber <= reading.markedAt) return { readNumber, unreadMentions, unreadDeleted, reading }
  if (isOwn) return { ...upTo(held, messageNumber), reading }
  const isForMe = message.isForEveryone || message.mentions.some((id) => id === myId)
  const isNew = messageNumber > readNumber && !unreadMentions.includes(messageNumber)
  if (!isForMe || !isNew) return { readNumber, unreadMentions, unreadDeleted, reading }
  const mentions = [...unreadMentions, messageNumber].slice(-MENTION_LIMIT)
  return { readNumber, unreadMentions: mentions, unreadDeleted, reading }
}

/** The position was marked, here or on another device. */
export function readingAfterMark(
  held: ReadingState,
  mark: Extract<Event, { type: 'read-moved' }>,
  isCounted: boolean,
): ReadingState {
  const { lastMessageNumber, readNumber } = mark
  const later = held.unreadMentions.filter((number) => number > lastMessageNumber)
  const counted = mark.unreadMentions.filter((number) => !held.reading.deletedNumbers.has(number))
  // What was deleted after the mark may have come ahead of it.
  const since = isCounted ? held.reading.deletedNumbers : []
  const unreadDeleted = ascending([...mark.unreadDeleted, ...since]).filter((number) => number > readNumber)
  const marked = { readNumber, unreadMentions: [...counted, ...later].slice(-MENTION_LIMIT), unreadDeleted }
  const reading = { ...held.reading, markedAt: lastMessageNumber }
  return reading.ownNumber > lastMessageNumber
    ? { ...upTo(marked, reading.ownNumber), reading }
    : { ...marked, reading }
}

/** Whether deleted messages are counted out: where there are few, and each is for the person. */
export const countsDeleted = (channel: Pick<Channel, 'kind'>): boolean => channel.kind === 'direct'

/** A message is gone, and what it called with it. */
export function readingAfterDeletion(
  held: ReadingState,
  messageNumber: number | null,
  isCounted: boolean,
): ReadingState {
  const { readNumber, unreadMentions, unreadDeleted, reading } = held
  if (messageNumber === null) return { readNumber, unreadMentions, unreadDeleted, reading }
  const deletedNumbers = new Set([...reading.deletedNumbers, messageNumber].slice(-DELETED_LIMIT))
  const isUnread = isCounted && messageNumber > readNumber
  return {
    readNumber,
    unreadMentions: unreadMentions.filter((number) => number !== messageNumber),
    unreadDeleted: isUnread ? ascending([...unreadDeleted, messageNumber]) : unreadDeleted,
    reading: { ...reading, deletedNumbers },
  }
}

const ascending = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((one, other) => one - other)

function upTo(position: ReadPosition, messageNumber: number): ReadPosition {
  const readNumber = Math.max(position.readNumber, messageNumber)
  const isUnread = (number: number) => number > readNumber
  const { unreadMentions, unreadDeleted } = position
  return { readNumber, unreadMentions: unreadMentions.filter(isUnread), unreadDeleted: unreadDeleted.filter(isUnread) }
}
