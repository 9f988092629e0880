import type { ChannelId } from '@parley/protocol'
import { sql } from 'kysely'
import { findAssistant } from '../commands/channels/find-member'
import { admit, type Member } from '../commands/channels/membership'
import { asChannel } from '../store/rows'
import type { Write } from '../store/write'
import type { ImportedChannel } from './import-channels'
import type { ImportStage } from './import-stage'

/** Streams that one transaction locks. */
const MEMBERS_AT_ONCE = 50

/**
 * Brings people into a channel whose history is in: to them nothing of it is unread, none of it rings, and the
 * assistant, who reads from its joining on, answers none of it.
 */
export async function finishChannel(stage: ImportStage, channel: ImportedChannel): Promise<void> {
  if (!channel.isNew) await keepRead(stage, channel)
  const members = await membersOf(stage, channel)
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    const some = members.slice(start, start + MEMBERS_AT_ONCE)
    await writeTo(stage, channel, some, async (write) => {
      await followThreads(write, channel.id, some)
      for (const member of some) await admit(write, channel.id, member)
    })
  }
  if (channel.isArchived) await writeTo(stage, channel, [], (write) => archive(write, channel))
}

const writeTo = (
  { services, actor }: ImportStage,
  channel: ImportedChannel,
  members: readonly Member[],
  work: (write: Write) => Promise<void>,
) => services.store.write(actor.workspaceId, [channel.id, ...members.map(({ id }) => id)], work)

async function membersOf({ services, actor }: ImportStage, channel: ImportedChannel): Promise<Member[]> {
  const { workspaceId } = actor
  const people = [...channel.members.values()].filter(({ isActive }) => isActive || channel.kind === 'direct')
  const members = people.map(({ id, kind }) => ({ id, kind, workspaceId }))
  const hasAssistant = channel.kind !== 'direct' && channel.isNew && !channel.isArchived
  return hasAssistant ? [...members, await findAssistant(services.store.rows, workspaceId)] : members
}

/** Who wrote in a thread, began it or was named in it follows it, and has read it. */
async function followThreads({ rows }: Write, channelId: string, members: readonly Member[]): Promise<void> {
  await sql`
    insert into thread_follows (thread_id, user_id, workspace_id, channel_id, is_following, read_number)
    select distinct root.id, person.id, root.workspace_id, root.channel_id, true, root.reply_count
    from messages reply
    join messages root on root.id = reply.thread_id
    cross join lateral unnest(reply.mentions || reply.author_id || root.author_id) as person (id)
    where reply.channel_id = ${channelId} and reply.thread_id is not null and person.id = any(${members.map(({ id }) => id)}::uuid[])
    on conflict do nothing`.execute(rows)
}

/** Who had read everything before has read everything still. */
async function keepRead(stage: ImportStage, channel: ImportedChannel): Promise<void> {
  const readers = await stage.services.store.rows
    .selectFrom('memberships')
    .innerJoin('channels', 'channels.id', 'memberships.channel_id')
    .select('user_id')
    .where('channel_id', '=', channel.id)
    .where('read_number', '>=', channel.lastMessageNumber)
    .whereRef('read_number', '<', 'channels.last_message_number')
    .execute()
  const { workspaceId } = stage.actor
  const members = readers.map(({ user_id: id }) => ({ id, kind: 'person' as const, workspaceId }))
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    const some = members.slice(start, start + MEMBERS_AT_ONCE)
    await writeTo(stage, channel, some, (write) => moveToEnd(write, channel.id, some))
  }
}

/** Nothing beyond the end is unread: no mentions are left to be told of. */
async function moveToEnd({ rows, append }: Write, channelId: string, members: readonly Member[]): Promise<void> {
  const moved = await rows
    .updateTable('memberships')
    .from('channels')
    .set((column) => ({ read_number: column.ref('channels.last_message_number') }))
    .whereRef('channels.id', '=', 'memberships.channel_id')
    .where('memberships.channel_id', '=', channelId)
    .where(
      'memberships.user_id',
      'in',
      members.map(({ id }) => id),
    )
    .returning(['memberships.user_id', 'memberships.read_number'])
    .execute()
  for (const { user_id: userId, read_number: readNumber } of moved) {
    append(userId, {
      type: 'read-moved',
      channelId: channelId as ChannelId,
      readNumber,
      unreadMentions: [],
      unreadDeleted: [],
      lastMessageNumber: readNumber,
    })
  }
}

async function archive({ rows, append }: Write, channel: ImportedChannel): Promise<void> {
  const row = await rows
    .updateTable('channels')
    .set({ archived_at: sql<Date>`coalesce(archived_at, now())` })
    .where('id', '=', channel.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  append(channel.id, { type: 'channel-updated', channel: asChannel(row) })
}
