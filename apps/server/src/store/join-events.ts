import type { Event, Message, StreamId } from '@parley/protocol'
import { ABOUT_MESSAGES, type EventRow, type Subjects } from './read-subjects'

/** The stored row with what it speaks of, as it goes over the wire. */
export function joinEvent(row: EventRow, subjects: Subjects): Event {
  const placed = { streamId: row.stream_id as StreamId, seq: row.seq, at: row.at.toISOString() }
  return { ...placed, ...join(row, subjects) } as Event
}

function join(row: EventRow, subjects: Subjects): object {
  const id = row.subject_id ?? ''
  const { type } = row
  if (ABOUT_MESSAGES.includes(type)) return joinMessage(type, found(subjects.messages, id))
  switch (type) {
    case 'message-reacted':
      return { type, messageId: id, userId: row.other_id, emoji: row.detail, isAdded: row.number === 1 }
    case 'poll-voted':
      return { type, messageId: id, userId: row.other_id, options: choicesOf(row, subjects) }
    case 'member-added':
    case 'member-removed':
      return { type, userId: id, isAssistant: row.number === 1 }
    case 'moderator-changed':
      return { type, userId: id, isModerator: row.number === 1 }
    case 'channel-updated':
      return { type, channel: found(subjects.channels, id) }
    case 'channel-joined':
    case 'read-moved':
    case 'channel-preferences-saved':
      return joinMembership(type, id, subjects)
    case 'channel-left':
      return { type, channelId: id }
    case 'thread-saved':
      return joinThread(type, row, subjects)
    case 'message-saved':
      return { type, messageId: id, isSaved: row.number === 1 }
    case 'draft-saved':
      return { type, draft: draftOf(row, subjects) }
    case 'scheduled-message-saved':
      return joinScheduled(type, id, subjects)
    case 'scheduled-message-removed':
      return { type, scheduledMessageId: id }
    case 'reminder-saved':
      return joinReminder(type, id, subjects)
    case 'reminder-removed':
      return { type, reminderId: id }
    case 'command-invoked':
      return { type, invocationId: id, invocation: subjects.invocations.get(id) ?? null }
    case 'command-answered':
      return { type, answerId: id, answer: subjects.privateAnswers.get(id) ?? null }
    case 'task-saved':
      return joinTask(type, id, subjects)
    case 'task-hidden':
      return { type, taskId: id }
    case 'user-saved':
      return { type, user: found(subjects.users, id) }
    case 'group-saved':
      return { type, group: found(subjects.groups, id) }
    default:
      throw new Error(`event of unknown type ${type}`)
  }
}

function joinMessage(type: string, message: Message): object {
  const { id: messageId, text, editedAt, deletedAt, pinnedAt, pinnedBy, poll, answers } = message
  switch (type) {
    case 'message-edited':
      return { type, messageId, text, editedAt }
    case 'message-deleted':
      return { type, messageId, messageNumber: numberInChannel(message), deletedAt }
    case 'message-pinned':
      return { type, messageId, pinnedAt, pinnedBy }
    case 'reply-linked':
      return { type, messageId, answers: answers ?? null }
    case 'poll-counted':
      return { type, messageId, counts: (poll?.options ?? []).map(({ count }) => count) }
    case 'poll-closed':
      return { type, messageId, closedAt: poll?.closedAt ?? null }
    default:
      return { type, message }
  }
}

/** What the person has chosen by now. */
function choicesOf({ subject_id, other_id }: EventRow, { votes }: Subjects): number[] {
  const ofMessage = [...(votes.get(subject_id ?? '') ?? [])]
  return ofMessage
    .flatMap(([option, voterIds]) => (voterIds.some((id) => id === other_id) ? [option] : []))
    .sort((one, other) => one - other)
}

/** A reply that the channel does not show has no number of its own there. */
const numberInChannel = ({ threadId, isAlsoInChannel, messageNumber }: Message): number | null =>
  threadId === null || isAlsoInChannel ? messageNumber : null

/** Somebody who left again must not learn what the channel is now: the leaving stands in the event's place. */
function joinMembership(type: string, channelId: string, subjects: Subjects): object {
  const state = subjects.memberships.get(channelId)
  if (!state) return { type: 'channel-left', channelId }
  const { readNumber, unreadMentions, unreadDeleted, lastMessageNumber, notificationLevel, isMuted, isStarred } = state
  switch (type) {
    case 'read-moved':
      return { type, channelId, readNumber, unreadMentions, unreadDeleted, lastMessageNumber }
    case 'channel-preferences-saved':
      return { type, channelId, notificationLevel, isMuted, isStarred }
    default: {
      const isHere = (it: { readonly channelId: string | null }) => it.channelId === channelId
      return { type, state, tasks: subjects.openTasks.filter(isHere), threads: subjects.threadsOfJoined.filter(isHere) }
    }
  }
}

/** Of a channel that somebody has left since, they hear the leaving only. */
function joinThread(type: string, row: EventRow, subjects: Subjects): object {
  const thread = subjects.threads.get(row.subject_id ?? '')
  return thread ? { type, thread } : { type: 'channel-left', channelId: row.other_id }
}

/** So it is with a task that they no longer see. */
function joinTask(type: string, taskId: string, subjects: Subjects): object {
  const task = subjects.tasks.get(taskId)
  return task ? { type, task } : { type: 'task-hidden', taskId }
}

/** What was sent, cancelled or ticked off since is told as gone already. */
function joinScheduled(type: string, id: string, subjects: Subjects): object {
  const scheduled = subjects.scheduled.get(id)
  return scheduled ? { type, scheduled } : { type: 'scheduled-message-removed', scheduledMessageId: id }
}

function joinReminder(type: string, id: string, subjects: Subjects): object {
  const reminder = subjects.reminders.get(id)
  return reminder ? { type, reminder } : { type: 'reminder-removed', reminderId: id }
}

/** A draft that was dropped since is told as dropped already. */
function draftOf(row: EventRow, subjects: Subjects): object {
  const held = subjects.drafts.find((it) => it.channelId === row.subject_id && it.threadId === row.other_id)
  return (
    held ?? { channelId: row.subject_id, threadId: row.other_id, text: '', fileIds: [], savedAt: row.at.toISOString() }
  )
}

function found<Entity>(entities: ReadonlyMap<string, Entity>, id: string): Entity {
  const entity = entities.get(id)
  if (!entity) throw new Error(`an event speaks of ${id}, which is not stored`)
  return entity
}
