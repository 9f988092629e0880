-- What a person says that a message is: it outranks what the model reads. A value of null says "none of these".
create table message_labels (
  message_id uuid not null references messages,
  kind text not null,
  workspace_id uuid not null references workspaces,
  value text,
  labelled_by uuid not null references users,
  labelled_at timestamptz not null,
  primary key (message_id, kind)
);
create index message_labels_by_kind on message_labels (workspace_id, kind, labelled_at);

-- The workspace's own intents, beside those that Parley ships.
create table intents (
  workspace_id uuid not null references workspaces,
  name text not null,
  created_by uuid not null references users,
  created_at timestamptz not null,
  primary key (workspace_id, name)
);

-- Examples that the workspace adds, of its own intents or of shipped ones; intent null: none of the intents.
create table intent_examples (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  intent text,
  text text not null,
  -- The text as it is compared: one text has one intent.
  text_key text not null,
  added_by uuid not null references users,
  added_at timestamptz not null
);
create unique index intent_examples_once on intent_examples (workspace_id, text_key);
create index intent_examples_by_intent on intent_examples (workspace_id, intent, id);

-- Models trained of both. Their weights lie in the data directory under their id, and can be made again of the examples.
create table intent_models (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  trained_at timestamptz not null,
  encoder_id text,
  -- Learnt from, the shipped ones not counted.
  own_examples integer not null,
  -- `kept`: may be made the live one; `waiting`: judged worse than the live one, and nobody has decided yet.
  state text not null,
  figures jsonb not null
);
create index intent_models_by_time on intent_models (workspace_id, trained_at);

create table understanding_settings (
  workspace_id uuid primary key references workspaces,
  who_may_label text not null default 'members',
  -- Whether labels may be learnt from.
  labels_train boolean not null default true,
  -- Confidence under this is "no known intent"; null: as the model has it.
  operating_point double precision,
  -- Null: the intents as shipped.
  live_model uuid references intent_models
);

-- Measurements of models on the messages that people labelled. The report holds ids and figures, never texts.
create table evaluations (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  started_by uuid not null references users,
  created_at timestamptz not null,
  finished_at timestamptz,
  status text not null,
  -- Null: the intents as shipped.
  model_id uuid references intent_models,
  other_model_id uuid references intent_models,
  report jsonb,
  failure jsonb
);
create index evaluations_by_time on evaluations (workspace_id, created_at);
