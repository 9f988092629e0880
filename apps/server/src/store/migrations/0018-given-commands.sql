-- Commands that a client may give again when their answer was lost, and what each of them made the first time.
create table given_commands (
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  client_command_id text not null,
  name text not null,
  body_hash bytea not null,
  -- Perhaps gone since: a message that was sent, a reminder that was ticked off.
  subject_id uuid not null,
  given_at timestamptz not null,
  primary key (workspace_id, user_id, client_command_id)
);
create index given_commands_of_subject on given_commands (subject_id);
