-- Profiles, statuses, suspensions, groups of people, moderators and rules of channels, reports and what came of them.

alter table users
  add column title text not null default '',
  add column phone text not null default '',
  add column status_emoji text not null default '',
  add column status_text text not null default '',
  add column status_expires_at timestamptz,
  -- Until then they cannot sign in; nothing happens when the time has come.
  add column suspended_until timestamptz;
create index users_status_expiry on users (status_expires_at) where status_expires_at is not null;

alter table channels
  add column who_may_post text not null default 'members' check (who_may_post in ('members', 'moderators')),
  add column who_may_call_everybody text not null default 'members'
    check (who_may_call_everybody in ('members', 'moderators')),
  add column who_may_pin text not null default 'members' check (who_may_pin in ('members', 'moderators')),
  add column who_may_invite text not null default 'members' check (who_may_invite in ('members', 'moderators'));

-- Whoever made a channel looks after it, until somebody else is asked to.
alter table memberships add column is_moderator boolean not null default false;
update memberships m set is_moderator = true
  from channels c where c.id = m.channel_id and c.created_by = m.user_id and c.kind <> 'direct';

create table user_groups (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  -- What stands after the at sign.
  handle text not null,
  name text not null,
  description text not null default '',
  created_by uuid not null references users,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);
create unique index user_groups_handle on user_groups (workspace_id, lower(handle)) where archived_at is null;

create table user_group_members (
  group_id uuid not null references user_groups,
  user_id uuid not null references users,
  workspace_id uuid not null references workspaces,
  primary key (group_id, user_id)
);
create index user_group_members_of_user on user_group_members (user_id);

create table reports (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  message_id uuid not null references messages,
  channel_id uuid not null references channels,
  reporter_id uuid not null references users,
  reason text not null check (reason in ('spam', 'harassment', 'sensitive', 'other')),
  note text not null default '',
  created_at timestamptz not null,
  -- Null while it waits for somebody to look at it.
  closed_at timestamptz,
  closed_by uuid references users
);
-- One open report a person and message, however often they press the button.
create unique index reports_once on reports (message_id, reporter_id) where closed_at is null;
create index reports_open on reports (workspace_id, created_at) where closed_at is null;
create index reports_of_channel on reports (channel_id);

-- Who did what to whom, when and why. Rows are never changed but to say that an act was undone.
create table moderation_acts (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  actor_id uuid not null references users,
  kind text not null,
  user_id uuid references users,
  message_id uuid references messages,
  channel_id uuid references channels,
  report_id uuid references reports,
  reason text not null default '',
  until timestamptz,
  created_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references users
);
create index moderation_acts_by_time on moderation_acts (workspace_id, created_at);
create index moderation_acts_of_report on moderation_acts (report_id) where report_id is not null;
