-- What administrators know beforehand, as data: by which messages are read beside the model. A removed rule keeps its row.
create table rules (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  -- Those that come first outrank those that follow.
  place integer not null,
  name text not null,
  definition jsonb not null,
  is_on boolean not null,
  version integer not null,
  removed_at timestamptz,
  saved_by uuid not null references users,
  saved_at timestamptz not null
);
create unique index rules_by_name on rules (workspace_id, lower(name)) where removed_at is null;

-- What each was like, also as it is now: what a change is taken back to.
create table rule_versions (
  rule_id uuid not null references rules,
  version integer not null,
  workspace_id uuid not null references workspaces,
  name text not null,
  definition jsonb not null,
  is_on boolean not null,
  is_removed boolean not null,
  saved_by uuid not null references users,
  saved_at timestamptz not null,
  primary key (rule_id, version)
);

-- What was so before, where that is all that taking an act back needs.
alter table audit_log add column previous jsonb;
