-- Who and what belongs together. What is named lives no longer than what names it: an edge without evidence falls, and
-- with its last edge an entity.
create table graph_entities (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null,
  name text not null,
  -- As names are compared. People of the directory have none: they are told by who they are.
  name_key text,
  user_id uuid references users,
  -- What an expert says that it is the same as.
  merged_into uuid references graph_entities,
  -- What it counts as: itself, or the last of what it was merged into.
  root_id uuid not null references graph_entities deferrable initially deferred,
  created_at timestamptz not null default now(),
  check ((name_key is null) <> (user_id is null))
);
create unique index graph_entities_by_name on graph_entities (workspace_id, name_key) where name_key is not null;
create unique index graph_entities_of_user on graph_entities (user_id) where user_id is not null;
create index graph_entities_by_root on graph_entities (root_id);
create index graph_entities_by_merge on graph_entities (merged_into) where merged_into is not null;

create table graph_edges (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  type text not null,
  from_id uuid not null references graph_entities,
  to_id uuid not null references graph_entities,
  -- Where an expert split an entity: whom the edge is of.
  from_as uuid references graph_entities,
  to_as uuid references graph_entities,
  -- What an expert says of it; null: as it was read.
  decision text check (decision in ('confirmed', 'rejected')),
  decided_by uuid references users,
  decided_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index graph_edges_once on graph_edges (workspace_id, type, from_id, to_id);
create index graph_edges_from on graph_edges (coalesce(from_as, from_id));
create index graph_edges_to on graph_edges (coalesce(to_as, to_id));
-- An entity that goes is looked for on every side, by the foreign keys too.
create index graph_edges_from_id on graph_edges (from_id);
create index graph_edges_to_id on graph_edges (to_id);
create index graph_edges_from_as on graph_edges (from_as) where from_as is not null;
create index graph_edges_to_as on graph_edges (to_as) where to_as is not null;

-- What shows an edge: a place in a message or document, a task, the directory, or an expert's word. Never the words themselves.
create table graph_evidence (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  edge_id uuid not null references graph_edges on delete cascade,
  message_id uuid references messages,
  document_id uuid references documents on delete cascade,
  document_version integer,
  task_id uuid references tasks on delete cascade,
  directory_user_id uuid references users,
  stated_by uuid references users,
  start_at integer not null default 0,
  end_at integer not null default 0,
  -- The pattern that found it.
  found_by text not null,
  confidence double precision not null,
  -- It says that the edge holds no more.
  is_end boolean not null default false,
  -- When it was said, and from and until when it holds where it says so.
  at timestamptz not null,
  from_at timestamptz,
  until_at timestamptz,
  check (num_nonnulls(message_id, document_id, task_id, directory_user_id, stated_by) = 1)
);
create index graph_evidence_of_edge on graph_evidence (edge_id);
create index graph_evidence_in_message on graph_evidence (message_id) where message_id is not null;
create index graph_evidence_in_document on graph_evidence (document_id) where document_id is not null;
create index graph_evidence_in_task on graph_evidence (task_id) where task_id is not null;
create index graph_evidence_in_directory on graph_evidence (directory_user_id) where directory_user_id is not null;

-- What was read already, and as what: documents by their version, tasks and people by what is read of them.
create table graph_readings (
  source_id uuid primary key,
  workspace_id uuid not null references workspaces,
  fingerprint text not null
);

-- Messages that were edited since they were read.
create table graph_rereads (
  message_id uuid primary key references messages,
  workspace_id uuid not null references workspaces
);

-- What follows from what, beside what holds everywhere.
create table graph_rules (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  rule jsonb not null,
  created_by uuid not null references users,
  created_at timestamptz not null
);
create index graph_rules_by_workspace on graph_rules (workspace_id, id);

-- Edges by what their ends count as.
create view graph_links as
select edges.id, edges.workspace_id, edges.type, edges.decision, edges.decided_by, edges.decided_at,
       coalesce(edges.from_as, edges.from_id) as from_named, coalesce(edges.to_as, edges.to_id) as to_named,
       from_entity.root_id as from_root, to_entity.root_id as to_root
from graph_edges edges
join graph_entities from_entity on from_entity.id = coalesce(edges.from_as, edges.from_id)
join graph_entities to_entity on to_entity.id = coalesce(edges.to_as, edges.to_id);
