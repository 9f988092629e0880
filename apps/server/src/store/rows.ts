import type {
  Account,
  Channel,
  FileInfo,
  Message,
  MessageCard,
  PostedAs,
  Reaction,
  ReplyLink,
  Task,
  User,
  UserStatus,
} from '@parley/protocol'
import type { Selectable } from 'kysely'
import { readText } from './content'
import { asPoll, NO_VOTES, type StoredPoll, type Votes } from './polls'
import type { ChannelTable, FileTable, MessageTable, TaskTable, UserTable } from './schema'

/*
 * Rows as the entities of the protocol. Ids come from the database, where only checked ones were stored:
 * branding them is a statement, not a check.
 */

export function asUser(row: Selectable<UserTable>): User {
  return {
    id: row.id as User['id'],
    name: row.name,
    title: row.title,
    phone: row.phone,
    status: asStatus(row),
    role: row.role,
    kind: row.kind,
    aliases: row.aliases,
    language: row.language,
    timeZone: row.time_zone,
    isActive: row.is_active,
    avatarId: row.avatar_id,
    doNotDisturb: { until: row.quiet_until?.toISOString() ?? null, quietHours: row.quiet_hours },
  }
}

function asStatus(row: Selectable<UserTable>): UserStatus | null {
  if (row.status_emoji === '' && row.status_text === '') return null
  return {
    emoji: row.status_emoji,
    text: row.status_text,
    expiresAt: row.status_expires_at?.toISOString() ?? null,
  }
}

/** For the person themselves and for administrators. */
export function asAccount(row: Selectable<UserTable>): Account {
  return { ...asUser(row), email: row.email, suspendedUntil: row.suspended_until?.toISOString() ?? null }
}

export function asChannel(row: Selectable<ChannelTable>): Channel {
  return {
    id: row.id as Channel['id'],
    name: row.name,
    kind: row.kind,
    topic: row.topic,
    purpose: row.purpose,
    directUserIds: row.direct_key === null ? null : (row.direct_key.split(',') as User['id'][]),
    rules: {
      post: row.who_may_post,
      callEverybody: row.who_may_call_everybody,
      pin: row.who_may_pin,
      invite: row.who_may_invite,
    },
    suggestsAnswers: row.suggests_answers,
    createdAt: row.created_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  }
}

export function asFileInfo(row: Selectable<FileTable>): FileInfo {
  const { id, name, size, mime_type: mimeType, width, height } = row
  return { id: id as FileInfo['id'], name, size, mimeType, width, height }
}

/** What stands in other tables about a message. */
export interface MessageParts {
  readonly reactions: Reaction[]
  readonly files: FileInfo[]
  /** Of a poll; nobody's when left out. */
  readonly votes?: Votes | undefined
}

export function asMessage(row: Selectable<MessageTable>, { reactions, files, votes }: MessageParts): Message {
  return {
    id: row.id as Message['id'],
    channelId: row.channel_id as Message['channelId'],
    seq: row.seq,
    messageNumber: row.message_number,
    threadId: row.thread_id as Message['threadId'],
    replyNumber: row.reply_number,
    isAlsoInChannel: row.is_also_in_channel,
    threadAuthorId: row.thread_author_id as Message['threadAuthorId'],
    replyCount: row.reply_count,
    lastReplyAt: row.last_reply_at?.toISOString() ?? null,
    authorId: row.author_id as Message['authorId'],
    clientMessageId: row.client_message_id,
    text: readText(row),
    mentions: row.mentions as Message['mentions'],
    isForEveryone: row.is_for_everyone,
    files,
    reactions,
    pinnedAt: row.pinned_at?.toISOString() ?? null,
    pinnedBy: row.pinned_by as Message['pinnedBy'],
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    ...cardOf(row, votes ?? NO_VOTES),
    ...(row.reply_link && !row.deleted_at && { answers: row.reply_link as ReplyLink }),
  }
}

/** What stands in the column is the assistant's card, a poll, or what a webhook's message carries. */
function cardOf({ card, deleted_at }: Selectable<MessageTable>, votes: Votes) {
  if (!card || deleted_at) return { card: null }
  if ('postedAs' in card) return { card: null, postedAs: card.postedAs as PostedAs }
  if ('poll' in card) return { card: null, poll: asPoll(card.poll as StoredPoll, votes) }
  return { card: card as MessageCard }
}

export function asTask(row: Selectable<TaskTable>): Task {
  return {
    id: row.id as Task['id'],
    title: row.title,
    assigneeId: row.assignee_id as Task['assigneeId'],
    due: row.due,
    status: row.status,
    createdBy: row.created_by as Task['createdBy'],
    channelId: row.channel_id as Task['channelId'],
    sourceMessageId: row.source_message_id as Task['sourceMessageId'],
    origin: row.origin,
    reasons: row.reasons,
    createdAt: row.created_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
    version: row.version,
  }
}
