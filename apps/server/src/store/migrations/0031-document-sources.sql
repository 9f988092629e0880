-- Where documents of a collection come from by themselves.
create table document_sources (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  collection_id uuid not null references collections on delete cascade,
  name text not null,
  kind text not null check (kind in ('folder', 'website', 'git', 'api')),
  settings jsonb not null,
  -- With whose rights documents are taken in.
  owner_id uuid not null references users,
  is_paused boolean not null default false,
  -- Null: only when somebody asks.
  every_minutes integer,
  -- It is to be looked at, or is being looked at: a restart goes on by it.
  is_waiting boolean not null default false,
  -- Somebody has said that what is gone there may go here, however much that is.
  removes_all boolean not null default false,
  next_run_at timestamptz,
  last_run jsonb,
  -- What the kind has to remember of the whole: the commit that was taken in.
  memory jsonb,
  created_at timestamptz not null
);
create index document_sources_of_collection on document_sources (collection_id);

-- What a source holds: a file, a page, a key; and the document that it became.
create table source_items (
  source_id uuid not null references document_sources on delete cascade,
  key text not null,
  workspace_id uuid not null references workspaces,
  -- Given before the document is taken in, so that a look that was interrupted takes in nothing twice.
  document_id uuid not null,
  -- Tells whether it has changed: a blob's id, a file's size and time. Null: it was not taken in.
  fingerprint text,
  -- What the kind remembers of it, such as the links of a page.
  memory jsonb,
  failure jsonb,
  seen_at timestamptz not null,
  primary key (source_id, key)
);
create index source_items_by_document on source_items (document_id);

-- What of the source a version is: a commit.
alter table document_versions add column origin text;
