import { z } from 'zod'
import { DoNotDisturb } from './do-not-disturb'
import {
  ChannelId,
  CollectionId,
  CuratedAnswerId,
  DocumentId,
  FileId,
  MessageId,
  TaskId,
  UserGroupId,
  UserId,
  WorkspaceId,
} from './ids'
import { Instant } from './instant'
import { Poll } from './poll'
import { Reason } from './reason'
import { RuleTrace } from './rule-trace'
import { StructuredQuery } from './structured-query'

export { Instant }

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

/** From the highest to the lowest. */
export const Role = z.enum(['owner', 'administrator', 'member', 'guest'])
export type Role = z.infer<typeof Role>

export const isRoleAbove = (role: Role, other: Role): boolean =>
  Role.options.indexOf(role) < Role.options.indexOf(other)

/** What somebody says of themselves for a while: at lunch, on leave. */
export const UserStatus = z.object({
  /** One emoji, or empty. */
  emoji: z.string(),
  text: z.string(),
  /** When it goes by itself; null: it stays until it is changed. */
  expiresAt: Instant.nullable(),
})
export type UserStatus = z.infer<typeof UserStatus>

export const User = z.object({
  id: UserId,
  name: z.string(),
  /** What they do; empty when they have not said. */
  title: z.string(),
  phone: z.string(),
  status: UserStatus.nullable(),
  role: Role,
  kind: z.enum(['person', 'assistant', 'bot']),
  aliases: z.array(z.string()),
  language: Language,
  timeZone: z.string(),
  isActive: z.boolean(),
  /** Of the picture that they show, at `/api/avatars/<user>/<avatarId>/small` or `large`; null: none. */
  avatarId: z.uuid().nullable().default(null),
  doNotDisturb: DoNotDisturb,
})
export type User = z.infer<typeof User>

/** A user as they themselves and administrators see them. Events go to everybody, so they carry no addresses. */
export const Account = User.extend({
  email: z.string().nullable(),
  /** Until then they cannot sign in; null, or past, when they can. */
  suspendedUntil: Instant.nullable(),
})
export type Account = z.infer<typeof Account>

/** People who are called together by one name: `@design`, `@设计组`. */
export const UserGroup = z.object({
  id: UserGroupId,
  /** What stands after the at sign. */
  handle: z.string(),
  name: z.string(),
  description: z.string(),
  memberIds: z.array(UserId),
  archivedAt: Instant.nullable(),
})
export type UserGroup = z.infer<typeof UserGroup>

export const ChannelKind = z.enum(['public', 'private', 'direct'])
export type ChannelKind = z.infer<typeof ChannelKind>

/** Whom a rule of a channel allows: all its members (guests as far as guests may), or those who look after it. */
export const Audience = z.enum(['members', 'moderators'])
export type Audience = z.infer<typeof Audience>

/** Who may do what in a channel. Administrators count as moderators of every channel that they are in. */
export const ChannelRules = z.object({
  /** Who may begin: replies in threads are open to all members. */
  post: Audience,
  /** Who may call everybody: from others `@channel` is a word like any other. */
  callEverybody: Audience,
  pin: Audience,
  invite: Audience,
})
export type ChannelRules = z.infer<typeof ChannelRules>

export const Channel = z.object({
  id: ChannelId,
  /** Empty for direct channels: clients show the other people's names. */
  name: z.string(),
  kind: ChannelKind,
  /** What it is about just now. */
  topic: z.string(),
  /** What it is for. */
  purpose: z.string(),
  /** People of a direct channel; null for others, whose members are asked for with `channels.members`. */
  directUserIds: z.array(UserId).nullable(),
  rules: ChannelRules,
  /** The assistant answers questions there that nobody has answered, where it is sure enough. */
  suggestsAnswers: z.boolean().default(false),
  createdAt: Instant,
  archivedAt: Instant.nullable(),
})
export type Channel = z.infer<typeof Channel>

/** Which of a channel's messages a person wants to be told of, beside the unread count. */
export const NotificationLevel = z.enum(['all', 'mentions', 'nothing'])
export type NotificationLevel = z.infer<typeof NotificationLevel>

/** A channel as its member sees it, true for the stream position `cursor`. */
export const ChannelState = z.object({
  channel: Channel,
  /** Sequence number of the channel's stream that everything here is true for. */
  cursor: z.int(),
  /** Number of the channel's newest message; unread = this − `readNumber` − how many `unreadDeleted` there are. */
  lastMessageNumber: z.int(),
  readNumber: z.int(),
  /** Numbers of unread messages that name the person or call everybody, ascending; the newest 100. */
  unreadMentions: z.array(z.int()),
  /** In a direct channel: numbers of deleted messages after `readNumber`, ascending. They are not counted as unread. */
  unreadDeleted: z.array(z.int()).default([]),
  memberCount: z.int(),
  isAssistantMember: z.boolean(),
  notificationLevel: NotificationLevel,
  isMuted: z.boolean(),
  isStarred: z.boolean(),
  /** Whether the person looks after the channel. */
  isModerator: z.boolean(),
})
export type ChannelState = z.infer<typeof ChannelState>

/** A page, sheet or slide of a document, from 1. */
export const DocumentPlace = z.object({
  kind: z.enum(['page', 'sheet', 'slide']),
  number: z.int(),
  /** A sheet's. */
  name: z.string().optional(),
})
export type DocumentPlace = z.infer<typeof DocumentPlace>

export const Citation = z.object({
  documentId: DocumentId,
  title: z.string(),
  headingPath: z.array(z.string()),
  /** Where the quote begins, in formats that have pages. */
  place: DocumentPlace.optional(),
  /** Copied exactly from the document's plain text, between `start` and `end` (UTF-16 offsets). */
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  /** 0 to 1. */
  score: z.number(),
})
export type Citation = z.infer<typeof Citation>

/** A sentence as it was said, and where. */
export const SaidSentence = z.object({
  text: z.string(),
  messageId: MessageId,
  channelId: ChannelId,
  threadId: MessageId.nullable(),
  isAlsoInChannel: z.boolean(),
  seq: z.int(),
  authorId: UserId,
  createdAt: Instant,
})
export type SaidSentence = z.infer<typeof SaidSentence>

export const ReplyKind = z.enum(['answer', 'template', 'flow', 'task', 'handoff', 'unknown'])

/** Who stood for an answer, and when: it was written by a person and looked up nowhere. */
export const Confirmation = z.object({ answerId: CuratedAnswerId, by: UserId, at: Instant })
export type Confirmation = z.infer<typeof Confirmation>

/** What an assistant's message carries beside its text. */
export const MessageCard = z.object({
  kind: ReplyKind,
  citations: z.array(Citation),
  /** What people wrote that an answer rests on; the first quoted first. */
  said: z.array(SaidSentence).optional(),
  /** 0 to 1; for answers, how likely the first citation answers the question. */
  confidence: z.number().nullable(),
  reasons: z.array(Reason),
  taskIds: z.array(TaskId),
  /** The message that this one answers. */
  repliesTo: MessageId.nullable(),
  /** Of an answer that somebody curated. */
  confirmed: Confirmation.optional(),
  /** Of an answer, found or not: the question as it was read. */
  query: StructuredQuery.optional(),
  /** Nobody has asked the assistant: it suggests this answer to a question that nobody has answered. */
  isSuggestion: z.boolean().optional(),
})
export type MessageCard = z.infer<typeof MessageCard>

/**
 * What a message carries that came through an incoming webhook: which one, and the name and sign that its sender gave.
 * They are shown beside the bot that wrote it, never in its place.
 */
export const PostedAs = z.object({
  hookName: z.string(),
  name: z.string().nullable(),
  icon: z.string().nullable(),
})
export type PostedAs = z.infer<typeof PostedAs>

/** Who reacted to a message with an emoji, in the order of their reactions. */
export const Reaction = z.object({ emoji: z.string(), userIds: z.array(UserId) })
export type Reaction = z.infer<typeof Reaction>

/** A file as everybody sees it who may read it. Its bytes are at `/api/files/<id>`. */
export const FileInfo = z.object({
  id: FileId,
  name: z.string(),
  /** In bytes, as it is kept: an image loses what its camera wrote into it. */
  size: z.int(),
  /** What its bytes are, whatever its name says: `application/octet-stream` where nobody can tell. */
  mimeType: z.string(),
  /** In pixels, of an image that can be shown; its smaller form is at `/api/files/<id>/thumbnail`. */
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type FileInfo = z.infer<typeof FileInfo>

/** What speaks for a message's answering an earlier one, the strongest first. */
export const ReplyReason = z.enum(['names', 'asks', 'acts', 'words', 'meaning', 'talking', 'place'])
export type ReplyReason = z.infer<typeof ReplyReason>

/** The earlier message that one seems to answer, though it was not written as a reply, and what people say to that. */
export const ReplyLink = z.object({
  messageId: MessageId,
  authorId: UserId,
  state: z.enum(['proposed', 'confirmed', 'dismissed']),
  /** 0 to 1. */
  confidence: z.number(),
  reasons: z.array(ReplyReason),
  /** Who confirmed or dismissed it last. */
  decidedBy: UserId.nullable(),
})
export type ReplyLink = z.infer<typeof ReplyLink>

export const Message = z.object({
  id: MessageId,
  channelId: ChannelId,
  /** Position in the channel's stream, shared with all other events. */
  seq: z.int(),
  /**
   * Running number among the messages that the channel shows: unread counts are differences of these. A reply that is
   * shown in its thread alone takes none; it carries the number of the last message before it.
   */
  messageNumber: z.int(),
  /** The message whose thread this one belongs to; null for what stands in the channel itself. */
  threadId: MessageId.nullable(),
  /** Running number within the thread. */
  replyNumber: z.int().nullable(),
  /** A reply that the channel shows too. */
  isAlsoInChannel: z.boolean(),
  /** Of a reply: who wrote the message that the thread hangs on. */
  threadAuthorId: UserId.nullable(),
  /** How many replies its thread was given; deleted ones count. */
  replyCount: z.int(),
  lastReplyAt: Instant.nullable(),
  authorId: UserId,
  clientMessageId: z.string(),
  text: z.string(),
  /** People named in it when it was sent, with those whom `@here` met in the channel; apart from its author. */
  mentions: z.array(UserId),
  /** It calls everybody in the channel: `@channel`, `@所有人`. */
  isForEveryone: z.boolean(),
  files: z.array(FileInfo),
  reactions: z.array(Reaction),
  pinnedAt: Instant.nullable(),
  pinnedBy: UserId.nullable(),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
  card: MessageCard.nullable(),
  postedAs: PostedAs.optional(),
  poll: Poll.optional(),
  answers: ReplyLink.optional(),
})
export type Message = z.infer<typeof Message>

/** A thread as a person who has to do with it sees it: its author, those who replied, those who were named in it. */
export const ThreadState = z.object({
  threadId: MessageId,
  channelId: ChannelId,
  isFollowing: z.boolean(),
  /** Number of the newest reply read; unread = `replyCount` − this. */
  readNumber: z.int(),
  replyCount: z.int(),
  lastReplyAt: Instant.nullable(),
})
export type ThreadState = z.infer<typeof ThreadState>

/** What a person has begun to write, kept across their devices. */
export const Draft = z.object({
  channelId: ChannelId,
  threadId: MessageId.nullable(),
  text: z.string(),
  /** Files that were attached, some of which may have been sent or dropped since: `files.get` says so. */
  fileIds: z.array(FileId).default([]),
  savedAt: Instant,
})
export type Draft = z.infer<typeof Draft>

export const TaskStatus = z.enum(['open', 'done', 'cancelled'])
export type TaskStatus = z.infer<typeof TaskStatus>

export const Task = z.object({
  id: TaskId,
  title: z.string(),
  assigneeId: UserId.nullable(),
  /** A date (2026-11-27) or a date and time with offset; null when none was named. */
  due: z.string().nullable(),
  status: TaskStatus,
  createdBy: UserId,
  channelId: ChannelId.nullable(),
  sourceMessageId: MessageId.nullable(),
  /** Who made it: a person by hand, or the assistant from a message, and then why. */
  origin: z.enum(['person', 'assistant']),
  reasons: z.array(Reason),
  createdAt: Instant,
  completedAt: Instant.nullable(),
  /** Grows with every change; the higher one is the newer. */
  version: z.int(),
})
export type Task = z.infer<typeof Task>

export const DocumentSummary = z.object({
  id: DocumentId,
  title: z.string(),
  mimeType: z.string(),
  collectionId: CollectionId,
  language: Language,
  passageCount: z.int(),
  createdAt: Instant,
  /** Grows by one whenever the document is handed in anew. */
  version: z.int().default(1),
  changedAt: Instant.nullable().default(null),
  addedBy: UserId.nullable().default(null),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const DocumentVersion = z.object({
  version: z.int(),
  createdAt: Instant,
  addedBy: UserId.nullable(),
  passageCount: z.int(),
  /** Passages that are as they were in the version before. */
  keptPassages: z.int(),
  /** What of its source it is, such as a commit. */
  origin: z.string().nullable().default(null),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

export const Collection = z.object({
  id: CollectionId,
  name: z.string(),
  /** null: everybody in the workspace may read it. */
  readerIds: z.array(UserId).nullable(),
  /** Who looks after it, beside administrators who may read it. */
  ownerId: UserId.nullable().default(null),
  /** Where documents go when no collection is named. */
  isDefault: z.boolean().default(false),
})
export type Collection = z.infer<typeof Collection>

export const Workspace = z.object({ id: WorkspaceId, name: z.string() })
export type Workspace = z.infer<typeof Workspace>

const Judged = z.object({
  name: z.string(),
  /** Calibrated, 0 to 1. */
  probability: z.number(),
})

/** How a message is said; what the server is not sure enough of is absent. */
export const Tone = z.object({
  /** What it does: a question, a request, thanks …; several at once, or none. */
  acts: z.array(Judged),
  sentiment: Judged.optional(),
  emotion: Judged.optional(),
  urgency: Judged.optional(),
  politeness: Judged.optional(),
})
export type Tone = z.infer<typeof Tone>

export const LabelKind = z.enum(['intent', 'act', 'sentiment', 'emotion', 'urgency', 'politeness'])
export type LabelKind = z.infer<typeof LabelKind>

/** What a person says that a message is. */
export const MessageLabel = z.object({
  kind: LabelKind,
  /** null: none of these. */
  value: z.string().nullable(),
  labelledBy: UserId,
  labelledAt: Instant,
})
export type MessageLabel = z.infer<typeof MessageLabel>

/** What the server read out of a message, and what people said of it: where they did, that is what stands here. */
export const Understanding = z.object({
  language: Language,
  intent: z.object({
    name: z.string().nullable(),
    confidence: z.number(),
    threshold: z.number(),
    ranking: z.array(z.object({ name: z.string(), probability: z.number() })),
    nearestExamples: z.array(z.object({ text: z.string(), intent: z.string(), similarity: z.number() })),
    features: z.string(),
  }),
  slots: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      text: z.string(),
      value: z.looseObject({ type: z.string() }),
      source: z.string(),
    }),
  ),
  /** Where a message has several intents: each with its part of the message. */
  intents: z.array(z.object({ name: z.string(), confidence: z.number(), start: z.int(), end: z.int() })).optional(),
  tone: Tone.optional(),
  /** By people; absent where nobody said anything. */
  labels: z.array(MessageLabel).optional(),
  /** What the administrators' rules did to it, and what the model alone said; absent where none applied. */
  rules: RuleTrace.optional(),
})
export type Understanding = z.infer<typeof Understanding>
