-- Streams of dense sequence numbers, and what they speak of. Every table names its workspace.

create table workspaces (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

-- One-time set-up: the hash of the token printed at first start, gone once it was used.
create table setup_tokens (
  workspace_id uuid primary key references workspaces,
  token_hash bytea not null
);

create table users (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  email text,
  password_hash text,
  role text not null check (role in ('owner', 'administrator', 'member', 'guest')),
  kind text not null check (kind in ('person', 'assistant', 'bot')),
  aliases text[] not null default '{}',
  language text not null check (language in ('zh', 'en')),
  time_zone text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);
create unique index users_email on users (workspace_id, lower(email)) where email is not null;
create unique index users_one_assistant on users (workspace_id) where kind = 'assistant';

create table sessions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_of_user on sessions (user_id);

-- A stream is a channel's, a person's inbox, or the workspace's; its id is theirs.
create table streams (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('channel', 'inbox', 'workspace')),
  last_seq bigint not null default 0
) with (fillfactor = 50);

create table channels (
  id uuid primary key references streams,
  workspace_id uuid not null references workspaces,
  name text not null,
  kind text not null check (kind in ('public', 'private', 'direct')),
  topic text not null default '',
  -- Sorted ids of the people of a direct channel: there is one channel a group.
  direct_key text,
  last_message_number bigint not null default 0,
  member_count integer not null default 0,
  -- New people join it by themselves.
  is_default boolean not null default false,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  archived_at timestamptz
) with (fillfactor = 50);
create unique index channels_name on channels (workspace_id, lower(name)) where kind <> 'direct';
create unique index channels_direct on channels (workspace_id, direct_key) where kind = 'direct';

create table memberships (
  channel_id uuid not null references channels,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  read_number bigint not null default 0,
  joined_at timestamptz not null default now(),
  primary key (channel_id, user_id)
) with (fillfactor = 70);
create index memberships_of_user on memberships (user_id);

create table messages (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  channel_id uuid not null references channels,
  seq bigint not null,
  message_number bigint not null,
  thread_id uuid references messages,
  reply_number bigint,
  reply_count bigint not null default 0,
  author_id uuid not null references users,
  client_message_id text not null,
  -- Tells a retry from another message under the same client id, also after an edit.
  payload_hash bytea not null,
  text text not null,
  card jsonb,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  unique (channel_id, seq),
  unique (workspace_id, author_id, client_message_id)
);
create index messages_of_thread on messages (thread_id, reply_number) where thread_id is not null;

-- Ids and numbers only: what a person wrote is joined from its own row.
create table events (
  stream_id uuid not null references streams,
  seq bigint not null,
  workspace_id uuid not null references workspaces,
  type text not null,
  subject_id uuid,
  number bigint,
  at timestamptz not null,
  primary key (stream_id, seq)
);

create table tasks (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  title text not null,
  assignee_id uuid references users,
  due text,
  status text not null check (status in ('open', 'done', 'cancelled')),
  created_by uuid not null references users,
  channel_id uuid references channels,
  source_message_id uuid references messages,
  origin text not null check (origin in ('person', 'assistant')),
  reasons jsonb not null default '[]',
  -- Names the cause of an automatic task, so that a replay cannot make it twice.
  cause text,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  version integer not null default 1,
  unique (workspace_id, cause)
);
create index tasks_of_assignee on tasks (assignee_id, status);
create index tasks_of_creator on tasks (created_by, status);
create index tasks_of_channel on tasks (channel_id, status);

create table collections (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  is_restricted boolean not null default false,
  is_default boolean not null default false
);
create unique index collections_default on collections (workspace_id) where is_default;

create table collection_readers (
  collection_id uuid not null references collections on delete cascade,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  primary key (collection_id, user_id)
);

create table documents (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  collection_id uuid not null references collections,
  title text not null,
  mime_type text not null,
  language text not null,
  source text not null,
  plain_text text not null,
  passage_count integer not null,
  -- What the index holds of it, as the knowledge package exports it: a start need not read and encode anew.
  index_segment jsonb,
  index_vectors bytea,
  added_by uuid references users,
  created_at timestamptz not null default now()
);
create index documents_of_collection on documents (collection_id);

create table conversations (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  -- The channel it happens in; null for conversations outside of channels.
  channel_id uuid references channels,
  state jsonb not null,
  -- What was answered last, and what it answers: a replay after a crash repeats the answer, not the turn.
  last_cause text,
  last_reply jsonb,
  updated_at timestamptz not null default now()
);
create unique index conversations_in_channel on conversations (channel_id, user_id) where channel_id is not null;

create table understandings (
  message_id uuid primary key references messages,
  workspace_id uuid not null references workspaces,
  understanding jsonb not null,
  made_by text not null,
  created_at timestamptz not null default now()
);

-- How far a reader of the feed (the assistant) has come in each stream.
create table reader_cursors (
  reader text not null,
  stream_id uuid not null references streams,
  workspace_id uuid not null references workspaces,
  seq bigint not null,
  primary key (reader, stream_id)
) with (fillfactor = 50);

create table feedback (
  message_id uuid not null references messages,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  is_helpful boolean not null,
  created_at timestamptz not null default now(),
  primary key (message_id, user_id)
);
