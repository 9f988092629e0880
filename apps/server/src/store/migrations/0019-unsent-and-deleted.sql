-- Files that were attached to what is not sent yet, for the person's other devices.
alter table drafts add column file_ids uuid[] not null default '{}';
-- Since when no draft holds it any more; null: since it was announced, or a draft holds it.
alter table files add column unsent_since timestamptz;

-- Deleted messages that somebody has not read are counted out of what is unread in direct channels.
create index messages_deleted on messages (channel_id, message_number) where deleted_at is not null;
