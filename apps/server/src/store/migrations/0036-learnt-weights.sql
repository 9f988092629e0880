-- Documents that were opened from an answer: what was cited and looked at was worth a look.
alter table questions add column opened_ids uuid[] not null default '{}';

-- How much words count beside meaning in a collection's search, as learnt of what people asked. The last one that was not taken
-- back is used.
create table collection_tunings (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  collection_id uuid not null references collections on delete cascade,
  lexical_weight real not null check (lexical_weight between 0 and 1),
  former_weight real not null,
  -- What it was taken for: figures without any words of a question.
  report jsonb not null,
  tuned_by uuid references users,
  tuned_at timestamptz not null,
  undone_at timestamptz
);
create index collection_tunings_by_time on collection_tunings (collection_id, tuned_at desc);
