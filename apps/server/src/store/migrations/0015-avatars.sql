-- The picture that a person or bot chose, by the id under which its sizes lie in the storage of files.
alter table users add column avatar_id uuid;
