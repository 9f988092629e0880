-- When the address of a slash command had been told: a repeat after a crash in between calls it once more.
alter table command_invocations add column told_at timestamptz;
update command_invocations set told_at = created_at;

-- What was given is remembered for a week, and found by its time when that is over.
create index given_commands_by_time on given_commands (given_at);

-- Bots rest while their owner is suspended; those whose owner was suspended before did not. Clients that were here
-- before hear of it as of any other change to a person.
with rested as (
  update bots set is_resting = true
  from users owner, users bot
  where owner.id = bots.owner_id and bot.id = bots.user_id and owner.suspended_until > now() and bot.is_active
  returning bots.user_id, bots.workspace_id
), put_out as (
  update users set is_active = false from rested where users.id = rested.user_id
), said as (
  insert into events (stream_id, seq, workspace_id, type, subject_id, at)
  select streams.id, streams.last_seq + row_number() over (partition by streams.id order by rested.user_id),
         rested.workspace_id, 'user-saved', rested.user_id, now()
  from rested join streams on streams.id = rested.workspace_id
)
update streams set last_seq = last_seq + counted.bots
from (select workspace_id, count(*) as bots from rested group by workspace_id) counted
where streams.id = counted.workspace_id;
