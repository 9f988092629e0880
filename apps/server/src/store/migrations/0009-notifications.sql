-- When people are told of nothing: until a moment, and at hours of the week by the clock of their own zone.
alter table users
  add column quiet_until timestamptz,
  add column quiet_hours jsonb not null default '[]';

-- So far a level told nobody of anything. From here on it does: like in other messengers, a channel tells of what names
-- somebody, and of everything only where they ask for it.
alter table memberships alter column notification_level set default 'mentions';
update memberships set notification_level = 'mentions' where notification_level = 'all';
-- Those who want to be told of everything, without reading through a channel's members.
create index memberships_told_of_all on memberships (channel_id) where notification_level = 'all' and not is_muted;

-- Browsers that are told of messages while no page is open. They go with their session.
create table push_subscriptions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  session_id uuid not null references sessions on delete cascade,
  endpoint text not null,
  -- The browser's public key and secret (RFC 8291).
  p256dh text not null,
  auth text not null,
  has_content boolean not null,
  created_at timestamptz not null
);
create unique index push_subscriptions_endpoint on push_subscriptions (md5(endpoint));
create index push_subscriptions_of_user on push_subscriptions (user_id);
create index push_subscriptions_of_session on push_subscriptions (session_id);

-- The key that browsers know this server's pushes by (RFC 8292), made when Web Push is first switched on.
create table push_keys (
  workspace_id uuid primary key references workspaces,
  public_key text not null,
  private_key text not null
);
