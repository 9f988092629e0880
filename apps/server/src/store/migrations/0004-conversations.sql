-- Threads with read positions of their own, reactions, pins, saved messages, mentions, drafts, revisions.

alter table messages
  add column is_also_in_channel boolean not null default false,
  -- Of a reply: who wrote the message that its thread hangs on.
  add column thread_author_id uuid references users,
  add column last_reply_at timestamptz,
  add column mentions uuid[] not null default '{}',
  add column is_for_everyone boolean not null default false,
  add column pinned_at timestamptz,
  add column pinned_by uuid references users;

update messages reply set thread_author_id = root.author_id from messages root where root.id = reply.thread_id;
update messages root set last_reply_at = replies.at
  from (select thread_id, max(created_at) as at from messages where thread_id is not null group by thread_id) replies
  where root.id = replies.thread_id;

-- What a channel shows, newest first, without stepping over its threads.
create index messages_in_channel on messages (channel_id, seq) where thread_id is null or is_also_in_channel;
create index messages_pinned on messages (channel_id, pinned_at) where pinned_at is not null;

-- What an event is about beside its subject (who reacted, a draft's thread), and one word of it (the emoji).
alter table events add column other_id uuid, add column detail text;

alter table memberships
  add column notification_level text not null default 'all' check (notification_level in ('all', 'mentions', 'nothing')),
  add column is_muted boolean not null default false,
  add column is_starred boolean not null default false;

-- Those who have to do with a thread: its author, those who replied, those who were named in it.
create table thread_follows (
  thread_id uuid not null references messages,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  channel_id uuid not null references channels,
  is_following boolean not null,
  read_number bigint not null default 0,
  primary key (thread_id, user_id)
) with (fillfactor = 70);
create index thread_follows_of_user on thread_follows (user_id, channel_id);

insert into thread_follows (thread_id, user_id, workspace_id, channel_id, is_following, read_number)
  select root.id, person.id, root.workspace_id, root.channel_id, true, root.reply_count
  from messages root
  cross join lateral (
    select root.author_id as id union select reply.author_id from messages reply where reply.thread_id = root.id
  ) person
  where root.reply_count > 0;

-- A message that names somebody, or everybody (no user). Rows go when the message is deleted.
create table mentions (
  message_id uuid not null references messages,
  workspace_id uuid not null references workspaces,
  channel_id uuid not null references channels,
  -- Null for a reply that stands in its thread alone: it is unread there, not in the channel.
  message_number bigint,
  user_id uuid references users,
  author_id uuid not null references users
);
create index mentions_of_message on mentions (message_id);
create index mentions_in_channel on mentions (channel_id, message_number);
create index mentions_of_user on mentions (user_id, message_id);

create table reactions (
  message_id uuid not null references messages,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  emoji text not null,
  -- Number of its event: reactions are shown in the order in which they were made.
  seq bigint not null,
  primary key (message_id, user_id, emoji)
);

create table saved_messages (
  user_id uuid not null references users,
  message_id uuid not null references messages,
  workspace_id uuid not null references workspaces,
  saved_at timestamptz not null,
  primary key (user_id, message_id)
);
create index saved_messages_of_message on saved_messages (message_id);

create table drafts (
  user_id uuid not null references users,
  channel_id uuid not null references channels,
  -- The channel's own composer is its channel's id, a thread's the id of its root: one key for both.
  place_id uuid not null,
  workspace_id uuid not null references workspaces,
  text text not null,
  saved_at timestamptz not null,
  primary key (user_id, place_id)
);

-- What an edited message said before.
create table message_revisions (
  message_id uuid not null references messages,
  number integer not null,
  workspace_id uuid not null references workspaces,
  text text not null,
  replaced_at timestamptz not null,
  primary key (message_id, number)
);
