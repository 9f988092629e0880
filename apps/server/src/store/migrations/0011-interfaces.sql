-- What programs come in by: access tokens, bots, webhooks in and out, slash commands.

-- Only hashes are stored: a stolen database opens nothing. The hint is how a token begins.
create table access_tokens (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  name text not null,
  hint text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_by uuid not null references users,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);
create index access_tokens_of_user on access_tokens (user_id);

-- What a bot has beside what every user has.
create table bots (
  user_id uuid primary key references users,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references users,
  description text not null default ''
);
create index bots_of_owner on bots (owner_id);

-- Each speaks as its bot, which has to be in the channel.
create table incoming_hooks (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  channel_id uuid not null references channels,
  bot_id uuid not null references users,
  secret_hash bytea not null unique,
  hint text not null,
  created_by uuid not null references users,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index incoming_hooks_of_bot on incoming_hooks (bot_id);

-- Each reads its channel as its bot. `cursor_seq` is how far the channel's stream has been turned into deliveries.
create table outgoing_hooks (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  url text not null,
  channel_id uuid not null references channels,
  bot_id uuid not null references users,
  event_types text[] not null,
  trigger_words text[] not null default '{}',
  -- Signing needs it as it is.
  secret text not null,
  cursor_seq bigint not null,
  is_enabled boolean not null default true,
  failing_since timestamptz,
  created_by uuid not null references users,
  created_at timestamptz not null default now()
);
create index outgoing_hooks_of_channel on outgoing_hooks (channel_id) where is_enabled;

-- The queue of outgoing webhooks, and its log: one row an event and hook, delivered in the order of `number`. What is
-- sent is read from the event when it is sent: what people wrote is not stored a second time.
create table hook_deliveries (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  hook_id uuid not null references outgoing_hooks on delete cascade,
  number bigint generated always as identity,
  seq bigint not null,
  event_type text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  response_status integer,
  problem text
);
create index hook_deliveries_waiting on hook_deliveries (hook_id, number) where status = 'waiting';
create index hook_deliveries_of_hook on hook_deliveries (hook_id, number desc);

create table slash_commands (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  description_en text not null,
  description_zh text not null,
  usage text not null default '',
  -- Null: the bot hears of it on its socket.
  url text,
  bot_id uuid not null references users,
  secret text not null,
  created_by uuid not null references users,
  created_at timestamptz not null default now()
);
create unique index slash_commands_name on slash_commands (workspace_id, lower(name));

-- Somebody gave a slash command. The hash is of the token in its `response_url`.
create table command_invocations (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  command_id uuid not null references slash_commands on delete cascade,
  user_id uuid not null references users,
  channel_id uuid not null references channels,
  thread_id uuid references messages,
  arguments text not null,
  response_hash bytea not null unique,
  response_count integer not null default 0,
  created_at timestamptz not null
);

-- What only the one who gave the command sees of its answers.
create table command_answers (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  invocation_id uuid not null references command_invocations on delete cascade,
  text text not null,
  created_at timestamptz not null
);

-- Who made, changed or ended what programs come in by.
create table integration_audit (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  actor_id uuid not null references users,
  action text not null,
  subject_id uuid not null,
  subject_name text not null,
  at timestamptz not null
);
create index integration_audit_by_time on integration_audit (workspace_id, at desc);
