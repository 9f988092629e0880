-- Stores a batch of messages in one statement from the server's side. Each query in a volatile PL/pgSQL function sees
-- what was committed before that query began, so the checks below see what was true when the locks were obtained.
drop function if exists commit_messages(uuid[], uuid[], uuid[], uuid[], text[], bytea[], uuid[], text[], jsonb[], timestamptz);
drop function if exists commit_messages(uuid[], uuid[], uuid[], uuid[], text[], bytea[], uuid[], boolean[], text[], jsonb[], text[], boolean[], timestamptz);
drop function if exists commit_messages(uuid[], uuid[], uuid[], uuid[], text[], bytea[], uuid[], boolean[], text[], jsonb[], text[], boolean[], text[], timestamptz);
create or replace function commit_messages(
  p_message_id uuid[],
  p_workspace_id uuid[],
  p_channel_id uuid[],
  p_author_id uuid[],
  p_client_message_id text[],
  p_payload_hash bytea[],
  p_thread_id uuid[],
  p_is_also_in_channel boolean[],
  p_text text[],
  p_card jsonb[],
  -- Each an array of its own, written out ('{…}'): PostgreSQL knows no arrays of arrays of different lengths.
  p_mentions text[],
  p_is_for_everyone boolean[],
  p_file_ids text[],
  p_at timestamptz,
  -- Given for history from elsewhere, whose messages have times of their own. Whoever said something then may have left
  -- since, so nobody need be a member; and nobody's read position moves (`imports/finish-channel.ts` sees to that).
  p_imported_at timestamptz[] default null
) returns table (
  ordinal integer,
  outcome text,
  id uuid,
  seq bigint,
  message_number bigint,
  reply_number bigint,
  thread_author_id uuid,
  created_at timestamptz
) language plpgsql volatile
-- Planning the statements below takes longer than running them, and the plan does not depend on the values.
set plan_cache_mode = 'force_generic_plan'
-- Nor may it depend on how much there was when it was made: a plan made for empty tables reads all of them, and stays.
-- Every table is reached by its index, however many rows it has.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  -- 1. Lock the streams, in one order for everybody.
  perform 1 from streams where id = any (p_channel_id) order by id for update;

  -- Against their being dropped meanwhile.
  if '{}' <> any (p_file_ids) then
    perform 1 from files f where f.id in (select unnest(ids::uuid[]) from unnest(p_file_ids) ids) order by f.id for update;
  end if;

  return query
  with input as (
    select *
    from unnest(p_message_id, p_workspace_id, p_channel_id, p_author_id, p_client_message_id, p_payload_hash,
                p_thread_id, p_is_also_in_channel, p_text, p_card, p_mentions, p_is_for_everyone, p_file_ids,
                p_imported_at) with ordinality
      as i (message_id, workspace_id, channel_id, author_id, client_message_id, payload_hash, thread_id,
            is_also_in_channel, text, card, mentions, is_for_everyone, file_ids, imported_at, n)
  ),
  -- 2. Judge each: a retry, or may it be sent?
  judged as (
    select i.*, earlier.id as earlier_id,
      case
        when earlier.id is not null and earlier.payload_hash = i.payload_hash then 'repeated'
        when earlier.id is not null then 'reused'
        when c.id is null then 'no_channel'
        when m.user_id is null and i.imported_at is null then 'not_a_member'
        when c.archived_at is not null and i.imported_at is null then 'archived'
        when i.thread_id is not null and root.id is null then 'no_thread'
        -- Where only moderators begin, everybody replies; programs and administrators are not meant.
        when c.who_may_post = 'moderators' and (i.thread_id is null or i.is_also_in_channel) and not m.is_moderator
          and exists (select 1 from users u where u.id = i.author_id and u.kind = 'person'
                      and u.role not in ('owner', 'administrator')) then 'restricted'
        when i.file_ids <> '{}' and cardinality(i.file_ids::uuid[]) <> (
          select count(*) from files f where f.id = any (i.file_ids::uuid[]) and f.workspace_id = i.workspace_id
            and f.owner_id = i.author_id and f.completed_at is not null and f.message_id is null and f.dropped_at is null
        ) then 'no_file'
        else 'stored'
      end as outcome,
      i.thread_id is null or i.is_also_in_channel as is_in_channel,
      coalesce(i.imported_at, p_at) as at,
      s.last_seq, c.last_message_number, root.reply_count, root.author_id as thread_author_id
    from input i
    left join messages earlier on earlier.workspace_id = i.workspace_id and earlier.author_id = i.author_id
      and earlier.client_message_id = i.client_message_id
    left join streams s on s.id = i.channel_id
    left join channels c on c.id = i.channel_id and c.workspace_id = i.workspace_id
    left join memberships m on m.channel_id = i.channel_id and m.user_id = i.author_id
    -- By its id and nothing else (`offset 0` keeps the rest outside): an index of the channel would be read to its end.
    left join lateral (select * from messages head where head.id = i.thread_id offset 0) root
      on root.channel_id = i.channel_id and root.thread_id is null
  ),
  -- 3. Number those that are stored: the stream's next, the channel's next where the channel shows it, the thread's
  -- next. Those that are not are numbered among themselves, and nobody looks.
  numbered as (
    select j.*,
      j.last_seq + row_number() over of_channel as new_seq,
      j.last_message_number + count(*) filter (where j.is_in_channel) over of_channel as new_number,
      lead(j.n) over of_channel is null as is_last,
      case when j.thread_id is not null
        then j.reply_count + row_number() over (partition by j.channel_id, j.outcome, j.thread_id order by j.n)
        end as new_reply
    from judged j
    window of_channel as (partition by j.channel_id, j.outcome order by j.n)
  ),
  -- 4. Store.
  stored_messages as (
    insert into messages (id, workspace_id, channel_id, seq, message_number, thread_id, reply_number, thread_author_id,
                          is_also_in_channel, author_id, client_message_id, payload_hash, text, card, mentions,
                          is_for_everyone, file_ids, created_at)
    select message_id, workspace_id, channel_id, new_seq, new_number, thread_id, new_reply, thread_author_id,
           is_also_in_channel and thread_id is not null, author_id, client_message_id, payload_hash, text, card,
           mentions::uuid[], is_for_everyone, file_ids::uuid[], at
    from numbered where outcome = 'stored'
  ),
  stored_events as (
    insert into events (stream_id, seq, workspace_id, type, subject_id, at)
    select channel_id, new_seq, workspace_id, 'message-created', message_id, at
    from numbered where outcome = 'stored'
  ),
  moved_streams as (
    update streams s set last_seq = n.new_seq from numbered n
    where s.id = n.channel_id and n.is_last and n.outcome = 'stored'
  ),
  moved_channels as (
    update channels c set last_message_number = n.new_number from numbered n
    where c.id = n.channel_id and n.is_last and n.outcome = 'stored'
  ),
  -- What a person sends they have read.
  moved_readers as (
    update memberships m set read_number = latest.number
    from (select channel_id, author_id, max(new_number) as number from numbered
          where is_in_channel and outcome = 'stored' and imported_at is null group by channel_id, author_id) latest
    where m.channel_id = latest.channel_id and m.user_id = latest.author_id
  )
  select j.n::integer, j.outcome, coalesce(e.id, j.message_id), coalesce(e.seq, j.new_seq),
         coalesce(e.message_number, j.new_number), coalesce(e.reply_number, j.new_reply),
         coalesce(e.thread_author_id, j.thread_author_id), coalesce(e.created_at, j.at)
  from numbered j
  left join messages e on e.id = j.earlier_id
  order by j.n;

  -- 5. The files that they show are theirs from now on.
  if '{}' <> any (p_file_ids) then
    update files f set message_id = m.id, channel_id = m.channel_id
    from messages m
    where m.id = any (p_message_id) and f.id = any (m.file_ids);
  end if;

  -- 6. Whom they name, and who has to do with their threads. What was stored bears the ids given here, retries do not.
  if true = any (p_is_for_everyone) or '{}' <> any (p_mentions) then
    insert into mentions (message_id, workspace_id, channel_id, message_number, user_id, author_id)
    select m.id, m.workspace_id, m.channel_id,
           case when m.thread_id is null or m.is_also_in_channel then m.message_number end, named, m.author_id
    from messages m
    cross join lateral unnest(m.mentions || case when m.is_for_everyone then array[null::uuid] end) named
    where m.id = any (p_message_id);
  end if;

  if array_remove(p_thread_id, null) <> '{}' then
    update messages root set reply_count = latest.number,
      last_reply_at = greatest(root.last_reply_at, latest.at)
    from (select r.thread_id, max(r.reply_number) as number, max(r.created_at) as at from messages r
          where r.id = any (p_message_id) and r.thread_id is not null group by r.thread_id) latest
    where root.id = latest.thread_id;

    if p_imported_at is not null then
      return;
    end if;
    -- Who replies (and has read so far), who is named, and who began the thread.
    with followers as (
      select r.thread_id, r.author_id as user_id, r.reply_number as number, true as is_author, true as is_called
      from messages r where r.id = any (p_message_id) and r.thread_id is not null
      union all
      select r.thread_id, named, r.reply_number - 1, false, true
      from messages r cross join lateral unnest(r.mentions) named
      where r.id = any (p_message_id) and r.thread_id is not null
      union all
      select r.thread_id, r.thread_author_id, r.reply_number - 1, false, false
      from messages r where r.id = any (p_message_id) and r.thread_id is not null
    )
    insert into thread_follows as known (thread_id, user_id, workspace_id, channel_id, is_following, read_number)
    select root.id, f.user_id, root.workspace_id, root.channel_id, true,
           coalesce(max(f.number) filter (where f.is_author), min(f.number))
    from followers f
    join messages root on root.id = f.thread_id
    join memberships m on m.channel_id = root.channel_id and m.user_id = f.user_id
    group by root.id, f.user_id, root.workspace_id, root.channel_id
    on conflict (thread_id, user_id) do update set
      is_following = known.is_following or exists (
        select 1 from followers f where f.thread_id = known.thread_id and f.user_id = known.user_id and f.is_called),
      read_number = greatest(known.read_number, (
        select max(f.number) from followers f
        where f.thread_id = known.thread_id and f.user_id = known.user_id and f.is_author));
  end if;
end
$$;
