-- Answers that people wrote and stand for: tried before anything is looked up.
create table curated_answers (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  -- Whoever reads the collection is given its answers.
  collection_id uuid not null references collections on delete cascade,
  owner_id uuid not null references users,
  text_zh text,
  text_en text,
  -- Quotations of documents, each with the version that it was taken from.
  sources jsonb not null default '[]',
  confirmed_by uuid not null references users,
  confirmed_at timestamptz not null,
  -- From then on it is given no more, until somebody confirms it again.
  expires_at timestamptz,
  created_at timestamptz not null,
  check (text_zh is not null or text_en is not null)
);
create index curated_answers_of_collection on curated_answers (collection_id);

-- The wordings that it answers, in either language.
create table curated_phrasings (
  id uuid primary key,
  answer_id uuid not null references curated_answers on delete cascade,
  workspace_id uuid not null references workspaces,
  position integer not null,
  text text not null,
  -- What it means to that encoder, as the knowledge package packs it; null while there was none.
  vector bytea,
  encoder_id text
);
create index curated_phrasings_of_answer on curated_phrasings (answer_id, position);
