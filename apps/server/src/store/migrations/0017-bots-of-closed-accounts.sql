-- Bots rest while the account of their owner is closed; those whose owner's account was closed before did not.
with rested as (
  update bots set is_resting = true
  from users owner, users bot
  where owner.id = bots.owner_id and bot.id = bots.user_id and not owner.is_active and bot.is_active
  returning bots.user_id
)
update users set is_active = false from rested where users.id = rested.user_id;

-- As with an account that is closed: what they signed in with ends, and works no more when they are back.
delete from sessions using bots where bots.user_id = sessions.user_id and bots.is_resting;
delete from access_tokens using bots where bots.user_id = access_tokens.user_id and bots.is_resting;

-- Clients that were here before hear of it as of any other change to a person.
insert into events (stream_id, seq, workspace_id, type, subject_id, at)
select streams.id, streams.last_seq + row_number() over (partition by streams.id order by bots.user_id),
       bots.workspace_id, 'user-saved', bots.user_id, now()
from bots join streams on streams.id = bots.workspace_id
where bots.is_resting;
update streams set last_seq = last_seq + (select count(*) from bots where bots.workspace_id = streams.id and is_resting)
where kind = 'workspace';
