-- Moderators let the assistant suggest answers to what nobody has answered.
alter table channels add column suggests_answers boolean not null default false;

-- Questions that the assistant may answer unasked, one row a message for good: none is suggested for twice. What a message
-- asks stands in the message alone.
create table suggestions (
  message_id uuid primary key references messages,
  workspace_id uuid not null references workspaces,
  channel_id uuid not null references channels,
  -- When people have had their time to answer.
  due_at timestamptz not null,
  status text not null check (status in ('waiting', 'posted', 'dropped')),
  -- Why nothing was suggested; null: it was, or waits.
  dropped_because text,
  -- The assistant's message, kept when it is taken back.
  reply_id uuid references messages,
  posted_at timestamptz,
  -- Somebody wants no more such suggestions here.
  dismissed_at timestamptz
);
create index suggestions_due on suggestions (due_at) where status = 'waiting';
create index suggestions_of_channel on suggestions (channel_id, posted_at) where status = 'posted';

-- What a private repository is read with: username and password or token.
alter table document_sources add column secret jsonb;
