-- Files of messages. Their bytes lie in the file storage under the file's id, until they are complete in the upload
-- directory.
create table files (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references users,
  -- Given by the uploader, so that an upload can be found and gone on with.
  client_file_id uuid not null,
  name text not null,
  -- Announced; as kept when it is complete.
  size bigint not null,
  mime_type text not null default 'application/octet-stream',
  -- Of images that have a thumbnail.
  width integer,
  height integer,
  -- The message that shows it: one, for good. Null: not sent yet.
  message_id uuid references messages on delete set null,
  channel_id uuid,
  created_at timestamptz not null,
  completed_at timestamptz,
  -- Nobody sees it any more; its bytes are about to go.
  dropped_at timestamptz
);
create unique index files_by_client_id on files (workspace_id, owner_id, client_file_id) where dropped_at is null;
create index files_of_channel on files (channel_id, id) where message_id is not null;
create index files_of_message on files (message_id) where message_id is not null;
create index files_unsent on files (created_at) where message_id is null;
create index files_dropped on files (dropped_at) where dropped_at is not null;

-- In the order of showing; `files` says what they are.
alter table messages add column file_ids uuid[] not null default '{}';
