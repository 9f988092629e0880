import { z } from 'zod'
import { ChannelId, CollectionId, DocumentId, MessageId, TaskId, UserId, WorkspaceId } from './ids'

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 date and time' })

export const Role = z.enum(['owner', 'administrator', 'member', 'guest'])
export type Role = z.infer<typeof Role>

export const User = z.object({
  id: UserId,
  name: z.string(),
  role: Role,
  kind: z.enum(['person', 'assistant', 'bot']),
  aliases: z.array(z.string()),
  language: Language,
  timeZone: z.string(),
  isActive: z.boolean(),
})
export type User = z.infer<typeof User>

/** A user as they themselves and administrators see them. Events go to everybody, so they carry no addresses. */
export const Account = User.extend({ email: z.string().nullable() })
export type Account = z.infer<typeof Account>

export const ChannelKind = z.enum(['public', 'private', 'direct'])
export type ChannelKind = z.infer<typeof ChannelKind>

export const Channel = z.object({
  id: ChannelId,
  /** Empty for direct channels: clients show the other people's names. */
  name: z.string(),
  kind: ChannelKind,
  topic: z.string(),
  /** People of a direct channel; null for others, whose members are asked for with `channels.members`. */
  directUserIds: z.array(UserId).nullable(),
  createdAt: Instant,
  archivedAt: Instant.nullable(),
})
export type Channel = z.infer<typeof Channel>

/** A channel as its member sees it, true for the stream position `cursor`. */
export const ChannelState = z.object({
  channel: Channel,
  /** Sequence number of the channel's stream that everything here is true for. */
  cursor: z.int(),
  /** Number of the channel's newest message; unread = this − `readNumber`. */
  lastMessageNumber: z.int(),
  readNumber: z.int(),
  memberCount: z.int(),
  isAssistantMember: z.boolean(),
})
export type ChannelState = z.infer<typeof ChannelState>

export const Citation = z.object({
  documentId: DocumentId,
  title: z.string(),
  headingPath: z.array(z.string()),
  /** Copied exactly from the document's plain text, between `start` and `end` (UTF-16 offsets). */
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  /** 0 to 1. */
  score: z.number(),
})
export type Citation = z.infer<typeof Citation>

export const ReplyKind = z.enum(['answer', 'template', 'flow', 'task', 'handoff', 'unknown'])

/** What an assistant's message carries beside its text. */
export const MessageCard = z.object({
  kind: ReplyKind,
  citations: z.array(Citation),
  /** 0 to 1; for answers, how likely the first citation answers the question. */
  confidence: z.number().nullable(),
  reasons: z.array(z.string()),
  taskIds: z.array(TaskId),
  /** The message that this one answers. */
  repliesTo: MessageId.nullable(),
})
export type MessageCard = z.infer<typeof MessageCard>

export const Message = z.object({
  id: MessageId,
  channelId: ChannelId,
  /** Position in the channel's stream, shared with all other events. */
  seq: z.int(),
  /** Running number among the channel's messages: unread counts are differences of these. */
  messageNumber: z.int(),
  threadId: MessageId.nullable(),
  replyNumber: z.int().nullable(),
  authorId: UserId,
  clientMessageId: z.string(),
  text: z.string(),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
  card: MessageCard.nullable(),
})
export type Message = z.infer<typeof Message>

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
  reasons: z.array(z.string()),
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
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const Collection = z.object({
  id: CollectionId,
  name: z.string(),
  /** null: everybody in the workspace may read it. */
  readerIds: z.array(UserId).nullable(),
})
export type Collection = z.infer<typeof Collection>

export const Workspace = z.object({ id: WorkspaceId, name: z.string() })
export type Workspace = z.infer<typeof Workspace>

/** What the server read out of a message. */
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
})
export type Understanding = z.infer<typeof Understanding>
