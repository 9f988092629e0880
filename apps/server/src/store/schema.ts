import type { AuditKind, QuietPeriod, Reason } from '@parley/protocol'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CurationTables } from './curation-tables'
import type { GraphTables } from './graph-tables'
import type { HealthTables } from './health-tables'
import type { IntegrationTables } from './integration-tables'
import type { LaterTables } from './later-tables'
import type { RuleTables } from './rule-tables'
import type { SourceTables } from './source-tables'
import type { UnderstandingTables } from './understanding-tables'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type CreatedAt = ColumnType<Date, Date | string | undefined, Date | string>

/** The tables, as Kysely sees them; `migrations/` is where they are made and explained. */
export interface Schema
  extends CurationTables,
    GraphTables,
    HealthTables,
    IntegrationTables,
    LaterTables,
    SourceTables,
    RuleTables,
    UnderstandingTables {
  workspaces: { id: string; name: string; created_at: CreatedAt }
  setup_tokens: { workspace_id: string; token_hash: Buffer }
  demo_fills: { workspace_id: string; owner_id: string; started_at: Timestamp }
  users: UserTable
  sessions: {
    id: string
    workspace_id: string
    user_id: string
    token_hash: Buffer
    created_at: CreatedAt
    expires_at: Timestamp
  }
  streams: {
    id: string
    workspace_id: string
    kind: 'channel' | 'inbox' | 'workspace'
    last_seq: Generated<number>
  }
  channels: ChannelTable
  suggestions: {
    message_id: string
    workspace_id: string
    channel_id: string
    due_at: Timestamp
    status: 'waiting' | 'posted' | 'dropped'
    dropped_because: string | null
    reply_id: string | null
    posted_at: Timestamp | null
    dismissed_at: Timestamp | null
  }
  memberships: {
    channel_id: string
    user_id: string
    workspace_id: string
    read_number: Generated<number>
    joined_at: CreatedAt
    notification_level: Generated<'all' | 'mentions' | 'nothing'>
    is_muted: Generated<boolean>
    is_starred: Generated<boolean>
    is_moderator: Generated<boolean>
  }
  user_groups: UserGroupTable
  user_group_members: { group_id: string; user_id: string; workspace_id: string }
  reports: ReportTable
  audit_log: AuditTable
  messages: MessageTable
  events: {
    stream_id: string
    seq: number
    workspace_id: string
    type: string
    subject_id: string | null
    number: number | null
    other_id: string | null
    detail: string | null
    at: Timestamp
  }
  thread_follows: ThreadFollowTable
  imported_items: { workspace_id: string; source: string; kind: 'person' | 'channel'; key: string; id: string }
  transfers: TransferTable
  mentions: {
    message_id: string
    workspace_id: string
    channel_id: string
    message_number: number | null
    user_id: string | null
    author_id: string
  }
  reactions: { message_id: string; user_id: string; workspace_id: string; emoji: string; seq: number }
  saved_messages: { user_id: string; message_id: string; workspace_id: string; saved_at: Timestamp }
  drafts: {
    user_id: string
    channel_id: string
    place_id: string
    workspace_id: string
    text: string
    file_ids: Generated<string[]>
    saved_at: Timestamp
  }
  message_revisions: { message_id: string; number: number; workspace_id: string; text: string; replaced_at: Timestamp }
  message_words: { message_id: string; workspace_id: string; channel_id: string; at: Timestamp; words: string }
  files: FileTable
  tasks: TaskTable
  collections: {
    id: string
    workspace_id: string
    name: string
    is_restricted: Generated<boolean>
    is_default: Generated<boolean>
    owner_id: string | null
  }
  collection_readers: { collection_id: string; user_id: string; workspace_id: string }
  documents: DocumentTable
  document_versions: DocumentVersionTable
  conversations: {
    id: string
    workspace_id: string
    user_id: string
    channel_id: string | null
    state: JSONColumnType<object>
    last_cause: string | null
    last_reply: JSONColumnType<object> | null
    updated_at: CreatedAt
  }
  understandings: {
    message_id: string
    workspace_id: string
    understanding: JSONColumnType<object>
    made_by: string
    created_at: CreatedAt
  }
  push_subscriptions: {
    id: string
    workspace_id: string
    user_id: string
    session_id: string
    endpoint: string
    p256dh: string
    auth: string
    has_content: boolean
    created_at: Timestamp
  }
  given_commands: {
    workspace_id: string
    user_id: string
    client_command_id: string
    name: string
    body_hash: Buffer
    subject_id: string
    given_at: Timestamp
  }
  push_keys: { workspace_id: string; public_key: string; private_key: string }
  reader_cursors: { reader: string; stream_id: string; workspace_id: string; seq: number }
  feedback: {
    message_id: string
    user_id: string
    workspace_id: string
    is_helpful: boolean
    created_at: CreatedAt
  }
}

export interface UserTable {
  id: string
  workspace_id: string
  name: string
  email: string | null
  password_hash: string | null
  role: 'owner' | 'administrator' | 'member' | 'guest'
  kind: 'person' | 'assistant' | 'bot'
  aliases: Generated<string[]>
  language: 'zh' | 'en'
  time_zone: string
  is_active: Generated<boolean>
  quiet_until: Timestamp | null
  quiet_hours: JSONColumnType<QuietPeriod[], string | undefined, string>
  title: Generated<string>
  phone: Generated<string>
  status_emoji: Generated<string>
  status_text: Generated<string>
  status_expires_at: Timestamp | null
  suspended_until: Timestamp | null
  avatar_id: string | null
  created_at: CreatedAt
}

export interface UserGroupTable {
  id: string
  workspace_id: string
  handle: string
  name: string
  description: Generated<string>
  created_by: string
  created_at: CreatedAt
  archived_at: Timestamp | null
}

export interface ReportTable {
  id: string
  workspace_id: string
  message_id: string
  channel_id: string
  reporter_id: string
  reason: 'spam' | 'harassment' | 'sensitive' | 'other'
  note: string
  created_at: Timestamp
  closed_at: Timestamp | null
  closed_by: string | null
}

export interface AuditTable {
  id: string
  workspace_id: string
  actor_id: string
  kind: AuditKind
  user_id: string | null
  message_id: string | null
  channel_id: string | null
  report_id: string | null
  reason: string
  until: Timestamp | null
  created_at: Timestamp
  undone_at: Timestamp | null
  undone_by: string | null
  /** Of what is no person, message or channel. */
  subject_id: string | null
  subject_name: string | null
  /** What was so before, where taking it back needs no more. */
  previous: JSONColumnType<object | null, string | null, string | null>
}

export interface ChannelTable {
  id: string
  workspace_id: string
  name: string
  kind: 'public' | 'private' | 'direct'
  topic: Generated<string>
  purpose: Generated<string>
  direct_key: string | null
  last_message_number: Generated<number>
  member_count: Generated<number>
  is_default: Generated<boolean>
  created_by: string | null
  created_at: CreatedAt
  archived_at: Timestamp | null
  who_may_post: Generated<'members' | 'moderators'>
  who_may_call_everybody: Generated<'members' | 'moderators'>
  who_may_pin: Generated<'members' | 'moderators'>
  who_may_invite: Generated<'members' | 'moderators'>
  suggests_answers: Generated<boolean>
}

export interface MessageTable {
  id: string
  workspace_id: string
  channel_id: string
  seq: number
  message_number: number
  thread_id: string | null
  reply_number: number | null
  reply_count: Generated<number>
  last_reply_at: Timestamp | null
  is_also_in_channel: Generated<boolean>
  thread_author_id: string | null
  mentions: Generated<string[]>
  is_for_everyone: Generated<boolean>
  file_ids: Generated<string[]>
  pinned_at: Timestamp | null
  pinned_by: string | null
  author_id: string
  client_message_id: string
  payload_hash: Buffer
  text: string
  card: JSONColumnType<object> | null
  reply_link: JSONColumnType<object> | null
  created_at: Timestamp
  edited_at: Timestamp | null
  deleted_at: Timestamp | null
}

export interface ThreadFollowTable {
  thread_id: string
  user_id: string
  workspace_id: string
  channel_id: string
  is_following: boolean
  read_number: Generated<number>
}

export interface TransferTable {
  id: string
  workspace_id: string
  kind: 'import' | 'export'
  started_by: string
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  input: JSONColumnType<object>
  progress: Generated<number>
  result: JSONColumnType<object> | null
  failure: JSONColumnType<object> | null
  created_at: Timestamp
  started_at: Timestamp | null
  finished_at: Timestamp | null
}

export interface FileTable {
  id: string
  workspace_id: string
  owner_id: string
  client_file_id: string
  name: string
  size: number
  mime_type: Generated<string>
  width: number | null
  height: number | null
  message_id: string | null
  channel_id: string | null
  created_at: Timestamp
  completed_at: Timestamp | null
  dropped_at: Timestamp | null
  unsent_since: Timestamp | null
}

export interface TaskTable {
  id: string
  workspace_id: string
  title: string
  assignee_id: string | null
  due: string | null
  status: 'open' | 'done' | 'cancelled'
  created_by: string
  channel_id: string | null
  source_message_id: string | null
  origin: 'person' | 'assistant'
  reasons: JSONColumnType<Reason[]>
  cause: string | null
  created_at: CreatedAt
  completed_at: Timestamp | null
  version: Generated<number>
}

export interface DocumentTable {
  id: string
  workspace_id: string
  collection_id: string
  title: string
  mime_type: string
  language: 'zh' | 'en'
  source: string
  plain_text: string
  passage_count: number
  index_segment: JSONColumnType<object> | null
  index_vectors: Buffer | null
  added_by: string | null
  created_at: CreatedAt
  version: Generated<number>
  changed_at: Generated<Date>
  file_name: string | null
  content_hash: string | null
  reviewed_at: Date | null
  reviewed_by: string | null
  review_at: Date | null
  outdated_at: Date | null
}

export interface DocumentVersionTable {
  document_id: string
  version: number
  workspace_id: string
  added_by: string | null
  created_at: CreatedAt
  passage_count: number
  kept_passages: number
  origin: string | null
}
