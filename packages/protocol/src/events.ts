import { z } from 'zod'
import {
  Channel,
  ChannelState,
  Draft,
  Message,
  NotificationLevel,
  ReplyLink,
  Task,
  ThreadState,
  User,
  UserGroup,
} from './entities'
import {
  AnswerId,
  ChannelId,
  InvocationId,
  MessageId,
  ReminderId,
  ScheduledMessageId,
  StreamId,
  TaskId,
  UserGroupId,
  UserId,
} from './ids'
import { Instant } from './instant'
import { Invocation, PrivateAnswer } from './invocations'
import { Reminder } from './reminder'
import { ScheduledMessage } from './scheduled-message'

/** What every event has: its stream, its place in it, and when it happened. */
const placed = { streamId: StreamId, seq: z.int(), at: Instant }
const event = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...placed, ...shape })

/** In a channel's stream. */
export const MessageCreated = event('message-created', { message: Message })
export const MessageEdited = event('message-edited', { messageId: MessageId, text: z.string(), editedAt: Instant })
export const MessageDeleted = event('message-deleted', {
  messageId: MessageId,
  /** Null for a reply that the channel did not show. */
  messageNumber: z.int().nullable(),
  deletedAt: Instant,
})
export const MessageReacted = event('message-reacted', {
  messageId: MessageId,
  userId: UserId,
  emoji: z.string(),
  /** false: the person took the reaction back. */
  isAdded: z.boolean(),
})
export const MessagePinned = event('message-pinned', {
  messageId: MessageId,
  /** Both null: no longer pinned. */
  pinnedAt: Instant.nullable(),
  pinnedBy: UserId.nullable(),
})
/** It seems to answer an earlier message, or somebody said whether it does. null: it has been deleted since. */
export const ReplyLinked = event('reply-linked', { messageId: MessageId, answers: ReplyLink.nullable() })
/** Somebody chose in a poll, in place of what they chose before. Of an anonymous one `poll-counted` tells. */
export const PollVoted = event('poll-voted', { messageId: MessageId, userId: UserId, options: z.array(z.int()) })
/** Somebody chose in an anonymous poll: how many chose each option. */
export const PollCounted = event('poll-counted', { messageId: MessageId, counts: z.array(z.int()) })
/** null: its message has been deleted since. */
export const PollClosed = event('poll-closed', { messageId: MessageId, closedAt: Instant.nullable() })
export const MemberAdded = event('member-added', { userId: UserId, isAssistant: z.boolean() })
export const MemberRemoved = event('member-removed', { userId: UserId, isAssistant: z.boolean() })
export const ModeratorChanged = event('moderator-changed', { userId: UserId, isModerator: z.boolean() })
export const ChannelUpdated = event('channel-updated', { channel: Channel })

/** In a person's inbox. */
export const ChannelJoined = event('channel-joined', {
  state: ChannelState,
  /** The channel's open tasks, which come into view with it. */
  tasks: z.array(Task),
  /** The threads in it that the person has to do with. */
  threads: z.array(ThreadState),
})
export const ChannelLeft = event('channel-left', { channelId: ChannelId })
export const ReadMoved = event('read-moved', {
  channelId: ChannelId,
  readNumber: z.int(),
  unreadMentions: z.array(z.int()),
  unreadDeleted: z.array(z.int()).default([]),
  /** Number of the channel's newest message when the position was moved: what is said later counts on top of it. */
  lastMessageNumber: z.int(),
})
export const PreferencesSaved = event('channel-preferences-saved', {
  channelId: ChannelId,
  notificationLevel: NotificationLevel,
  isMuted: z.boolean(),
  isStarred: z.boolean(),
})
export const ThreadSaved = event('thread-saved', { thread: ThreadState })
export const MessageSaved = event('message-saved', { messageId: MessageId, isSaved: z.boolean() })
/** In a bot's inbox: somebody gave its command. null: longer ago than it can be answered. */
export const CommandInvoked = event('command-invoked', {
  invocationId: InvocationId,
  invocation: Invocation.nullable(),
})
/** In the inbox of whoever gave a command: an answer for them alone, which is no part of the state. */
export const CommandAnswered = event('command-answered', {
  answerId: AnswerId,
  answer: PrivateAnswer.nullable(),
})
/** An empty text: the draft is gone. */
export const DraftSaved = event('draft-saved', { draft: Draft })

/** What the person wrote for later: made, changed, or not sendable. */
export const ScheduledMessageSaved = event('scheduled-message-saved', { scheduled: ScheduledMessage })
/** It was sent, or cancelled. */
export const ScheduledMessageRemoved = event('scheduled-message-removed', { scheduledMessageId: ScheduledMessageId })
/** In the inboxes of who made a reminder and who is reminded. */
export const ReminderSaved = event('reminder-saved', { reminder: Reminder })
export const ReminderRemoved = event('reminder-removed', { reminderId: ReminderId })

/** In a channel's stream, or in the inboxes of creator and assignee. */
export const TaskSaved = event('task-saved', { task: Task })

/** In an inbox: this task is no longer the person's to see. */
export const TaskHidden = event('task-hidden', { taskId: TaskId })

/** In the workspace's stream. */
export const UserSaved = event('user-saved', { user: User })

/** What a guest gets in its place: who a guest may see depends on the guest, and an event is the same for all. */
export const UserChanged = event('user-changed', { userId: UserId })

/** In the workspace's stream. */
export const GroupSaved = event('group-saved', { group: UserGroup })

/** What a guest gets in its place: groups name people whom the guest may not know. */
export const GroupChanged = event('group-changed', { groupId: UserGroupId })

export const Event = z.discriminatedUnion('type', [
  MessageCreated,
  MessageEdited,
  MessageDeleted,
  MessageReacted,
  MessagePinned,
  ReplyLinked,
  PollVoted,
  PollCounted,
  PollClosed,
  MemberAdded,
  MemberRemoved,
  ModeratorChanged,
  ChannelUpdated,
  ChannelJoined,
  ChannelLeft,
  ReadMoved,
  PreferencesSaved,
  ThreadSaved,
  MessageSaved,
  DraftSaved,
  ScheduledMessageSaved,
  ScheduledMessageRemoved,
  ReminderSaved,
  ReminderRemoved,
  CommandInvoked,
  CommandAnswered,
  TaskSaved,
  TaskHidden,
  UserSaved,
  UserChanged,
  GroupSaved,
  GroupChanged,
])
export type Event = z.infer<typeof Event>

/** Last sequence number seen in each stream. */
export const Cursors = z.record(StreamId, z.int().min(0))
export type Cursors = z.infer<typeof Cursors>

/** The first frame that a resuming client sends up. */
export const ResumeFrame = z.object({ type: z.literal('resume'), cursors: Cursors })
export type ResumeFrame = z.infer<typeof ResumeFrame>

/** The one frame down that is no event: the server's sign of life, for clients that cannot see the socket's pings. */
export const HeartbeatFrame = z.object({
  type: z.literal('heartbeat'),
  at: Instant,
  /** Names the web client that this server gives out: a page of another one is to be loaded anew. */
  webBuild: z.string().optional(),
  /** false: browsers keep no messages to be read without a connection, and drop what they have. */
  allowsOfflineCopies: z.boolean().optional(),
  /** Whether its database answers: where it does not, nothing can be written, and little read. */
  database: z.enum(['ok', 'unavailable']).optional(),
})
export type HeartbeatFrame = z.infer<typeof HeartbeatFrame>
