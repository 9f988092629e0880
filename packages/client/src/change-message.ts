import type { Event, Message, MessageId, Reaction, ReplyLink } from '@parley/protocol'
import { pollAfterChange } from './poll-after-change'

/** An event that changes a message which may lie before what is loaded: a reply changes the head of its thread. */
export type MessageChange = Extract<
  Event,
  {
    type:
      | 'message-edited'
      | 'message-deleted'
      | 'message-reacted'
      | 'message-pinned'
      | 'reply-linked'
      | 'message-created'
      | 'poll-voted'
      | 'poll-counted'
      | 'poll-closed'
  }
>

export function changedMessageId(change: MessageChange): MessageId | null {
  return change.type === 'message-created' ? change.message.threadId : change.messageId
}

/**
 * The message after the change. Pages may be newer than an event that arrives after them: the later edit wins, a
 * deletion is final, counts only grow, and the rest is set right by the events that follow in the same stream.
 */
export function changeMessage(message: Message, change: MessageChange): Message {
  if (change.type === 'message-created') return withReply(message, change.message)
  if (message.deletedAt) return message
  switch (change.type) {
    case 'message-deleted':
      return withNothingLeft(message, change.deletedAt)
    case 'message-edited':
      if (!isLater(change.editedAt, message.editedAt)) return message
      return { ...message, text: change.text, editedAt: change.editedAt }
    case 'message-reacted':
      return { ...message, reactions: changeReactions(message.reactions, change) }
    case 'message-pinned':
      return { ...message, pinnedAt: change.pinnedAt, pinnedBy: change.pinnedBy }
    case 'reply-linked':
      return withAnswers(message, change.answers)
    case 'poll-voted':
    case 'poll-counted':
    case 'poll-closed':
      return message.poll ? { ...message, poll: pollAfterChange(message.poll, change) } : message
  }
}

const nothingLeft = {
  text: '',
  card: null,
  mentions: [],
  isForEveryone: false,
  files: [],
  reactions: [],
  pinnedAt: null,
  pinnedBy: null,
}

function withAnswers({ answers: _answers, ...message }: Message, answers: ReplyLink | null): Message {
  return answers ? { ...message, answers } : message
}

function withNothingLeft({ poll: _poll, answers: _answers, ...message }: Message, deletedAt: string | null): Message {
  return { ...message, ...nothingLeft, deletedAt }
}

function withReply(root: Message, { replyNumber, createdAt }: Message): Message {
  const isNew = replyNumber !== null && replyNumber > root.replyCount
  return isNew ? { ...root, replyCount: replyNumber, lastReplyAt: createdAt } : root
}

type ReactionChange = Extract<Event, { type: 'message-reacted' }>

/** By emoji in code point order; people in the order of their reactions, so whoever reacts again goes to the end. */
function changeReactions(reactions: readonly Reaction[], { emoji, userId, isAdded }: ReactionChange): Reaction[] {
  const others = reactions.filter((reaction) => reaction.emoji !== emoji)
  const before = reactions.find((reaction) => reaction.emoji === emoji)?.userIds ?? []
  const without = before.filter((id) => id !== userId)
  const userIds = isAdded ? [...without, userId] : without
  if (userIds.length === 0) return others
  return [...others, { emoji, userIds }].sort((one, other) => compareCodePoints(one.emoji, other.emoji))
}

/** As PostgreSQL's "C" collation orders UTF-8; comparing strings would order by UTF-16 units. */
function compareCodePoints(one: string, other: string): number {
  const [left, right] = [[...one], [...other]]
  const index = left.findIndex((character, at) => character !== right[at])
  if (index === -1) return left.length - right.length
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1)
}

/**
 * The held message with the words of an answer that is newer. Counts, reactions and pins stay as the events made them: an
 * answer may have been overtaken by some.
 */
export function withWordsOf(newer: Message, held: Message): Message {
  if (held.deletedAt) return held
  // The events of edits before it may be on their way, and find a tombstone that nothing changes any more.
  if (newer.deletedAt) return { ...withNothingLeft(held, newer.deletedAt), editedAt: newer.editedAt }
  return isLater(newer.editedAt, held.editedAt) ? { ...held, text: newer.text, editedAt: newer.editedAt } : held
}

const isLater = (one: string | null, other: string | null) =>
  one !== null && (other === null || Date.parse(one) > Date.parse(other))
