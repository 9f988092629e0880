-- A demonstration that is being filled in; gone when it is whole. What it is dated by stays the same over restarts.
create table demo_fills (
  workspace_id uuid primary key references workspaces,
  owner_id uuid not null references users,
  started_at timestamptz not null
);
