-- Messages are only ever written by `commit_messages`, for somebody who has a membership of the channel, and events only
-- to streams that the same transaction holds the lock of; membership and stream refer to the rest. Checking it all once
-- more took a fifth of each commit, and locked the rows of workspace, channel and author in every one.
alter table messages
  drop constraint messages_workspace_id_fkey,
  drop constraint messages_channel_id_fkey,
  drop constraint messages_author_id_fkey;
alter table events
  drop constraint events_workspace_id_fkey,
  drop constraint events_stream_id_fkey;
