-- The same document handed in again is its next version: who reads an answer reads the newest.
alter table documents
  add column version integer not null default 1,
  add column changed_at timestamptz not null default now(),
  -- Of an upload: the same name in the same collection is the same document.
  add column file_name text,
  -- SHA-256 of what was handed in, in hexadecimal; null for what came before versions.
  add column content_hash text;
update documents set changed_at = created_at;
create index documents_by_content on documents (workspace_id, content_hash);

create table document_versions (
  document_id uuid not null references documents on delete cascade,
  version integer not null,
  workspace_id uuid not null references workspaces,
  added_by uuid references users,
  created_at timestamptz not null default now(),
  passage_count integer not null,
  -- Passages whose words, and so whose vectors, are those of the version before.
  kept_passages integer not null,
  primary key (document_id, version)
);
insert into document_versions (document_id, version, workspace_id, added_by, created_at, passage_count, kept_passages)
  select id, 1, workspace_id, added_by, created_at, passage_count, 0 from documents;

-- Who looks after a collection: its name, its readers and its documents, beside administrators who may read it.
alter table collections add column owner_id uuid references users;
