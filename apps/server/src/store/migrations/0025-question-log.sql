-- What was asked of the assistant and what became of it. What a person wrote stands in their message alone, so that its
-- deletion and its edit reach here too; of a question outside of channels nothing is kept but that it was asked.
create table questions (
  -- Made of what was asked: the same question is noted once.
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  -- Null once its asker is to be forgotten.
  asker_id uuid references users,
  -- Where it was heard; `alone` is outside of channels.
  place text not null check (place in ('public', 'private', 'direct', 'alone')),
  message_id uuid references messages,
  language text not null check (language in ('zh', 'en')),
  outcome text not null check (outcome in ('confirmed', 'answered', 'unknown')),
  confidence real,
  -- The documents that were cited, and the curated answer that was given.
  document_ids uuid[] not null default '{}',
  answer_id uuid references curated_answers on delete set null,
  -- What people said of the answer; null: nothing.
  is_helpful boolean,
  is_handed_over boolean not null default false,
  -- The asker wants those who look after the knowledge base to read it, and to be told of an answer.
  is_awaited boolean not null default false,
  -- What the question means, as the knowledge package packs it; kept only of what may be read by others.
  vector bytea,
  encoder_id text,
  -- Nobody needs to look at it any more.
  settled_at timestamptz,
  asked_at timestamptz not null
);
create index questions_by_time on questions (workspace_id, asked_at);
create index questions_of_asker on questions (asker_id, asked_at);
create index questions_of_message on questions (message_id);
