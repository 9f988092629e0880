-- People and channels that came from elsewhere, by the key that they have there: a later import finds them again.
-- Messages need no row: their client id is made of their key.
create table imported_items (
  workspace_id uuid not null references workspaces,
  source text not null,
  kind text not null check (kind in ('person', 'channel')),
  key text not null,
  id uuid not null,
  primary key (workspace_id, source, kind, key)
);

-- Imports and exports: what was asked by whom, how far it is, what came of it. Rows stay, as the record of who took what.
create table transfers (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('import', 'export')),
  started_by uuid not null references users,
  status text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  -- From 0 to 1.
  progress double precision not null default 0,
  result jsonb,
  failure jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index transfers_by_time on transfers (workspace_id, kind, created_at);
