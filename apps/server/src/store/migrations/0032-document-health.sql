-- Who has looked a document over, until when that holds, and whether answers may still rest on it.
alter table documents
  add column reviewed_at timestamptz,
  add column reviewed_by uuid references users,
  -- To be looked over again by then; null: nobody has said.
  add column review_at timestamptz,
  -- It is kept to be read, and no answer rests on it.
  add column outdated_at timestamptz;

-- What comparing documents has found: of each pair the one with the smaller id comes first.
create table document_findings (
  document_id uuid not null references documents on delete cascade,
  other_id uuid not null references documents on delete cascade,
  kind text not null check (kind in ('double', 'contradiction')),
  workspace_id uuid not null references workspaces,
  -- How alike they are, or the two sentences.
  detail jsonb not null,
  -- Somebody has said that this is as it should be, of these two versions.
  dismissed_for text,
  primary key (document_id, other_id, kind)
);

-- When all documents were last compared.
create table document_checks (
  workspace_id uuid primary key references workspaces,
  checked_at timestamptz not null
);
