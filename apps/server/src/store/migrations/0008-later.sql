-- What people want done at a time to come, and what they are asked to choose.

-- A message that waits for its time, or whose sending was refused.
create table scheduled_messages (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  author_id uuid not null references users,
  channel_id uuid not null references channels,
  thread_id uuid references messages,
  is_also_in_channel boolean not null,
  text text not null,
  send_at timestamptz not null,
  -- The author's zone when they chose the time.
  time_zone text not null,
  -- Code of the error that the sending ended with.
  failure text,
  created_at timestamptz not null
);
create index scheduled_messages_of_author on scheduled_messages (author_id);
create index scheduled_messages_by_time on scheduled_messages (send_at) where failure is null;

create table reminders (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  creator_id uuid not null references users,
  -- Who is reminded: a person, or everybody in a channel.
  user_id uuid references users,
  channel_id uuid references channels,
  message_id uuid references messages,
  text text not null,
  due_at timestamptz not null,
  time_zone text not null,
  repeats text check (repeats in ('daily', 'weekdays', 'weekly', 'monthly', 'yearly')),
  -- It was said, and is not ticked off.
  is_due boolean not null default false,
  -- What made it, when it was not a hand: the same cause makes one reminder only.
  cause text,
  created_at timestamptz not null,
  check ((user_id is null) <> (channel_id is null)),
  unique (workspace_id, cause)
);
create index reminders_of_creator on reminders (creator_id);
create index reminders_of_user on reminders (user_id);
create index reminders_by_time on reminders (due_at) where not is_due;

-- What people chose in a poll; the question and its options are the card of its message.
create table poll_votes (
  message_id uuid not null references messages,
  user_id uuid not null references users,
  option smallint not null,
  workspace_id uuid not null references workspaces,
  voted_at timestamptz not null,
  primary key (message_id, user_id, option)
);
