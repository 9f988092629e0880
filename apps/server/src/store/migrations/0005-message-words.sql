-- What messages are found by, beside them: filled in right after they are stored, in the same transaction when they are
-- edited or deleted (then without words). No foreign key: checking it would write to each message's row again.
create table message_words (
  message_id uuid primary key,
  workspace_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  words tsvector not null
);
create index message_words_by_time on message_words (workspace_id, at, message_id);
-- The list of pending entries is read by every search: short enough to cost no search more than a millisecond or two.
create index message_words_words on message_words using gin (words) with (gin_pending_list_limit = 512);

create index tasks_of_message on tasks (source_message_id) where source_message_id is not null;
