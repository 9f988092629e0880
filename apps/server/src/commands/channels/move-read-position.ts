import type { ChannelId, CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { readUnreadDeleted } from '../../store/unread-deleted'
import { readUnreadMentions } from '../../store/unread-mentions'
import type { Write } from '../../store/write'

/**
 * Read positions. The person's other devices hear of a move through their inbox. What somebody sends moves theirs too,
 * by the channel's stream; so each move says which message was the newest then, and devices agree in whatever order
 * the two streams arrive.
 */

/** Forward to a message; a position that is further already stays. */
export function markRead(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.markRead'>,
): Promise<CommandAnswer<'channels.markRead'>> {
  return store.write(actor.workspaceId, [actor.userId], async (write) => {
    const channel = await requireMembership(write.rows, actor, input.channelId)
    const readNumber = Math.min(input.messageNumber, channel.last_message_number)
    const moved = await membershipOf(write.rows, actor, input.channelId)
      .set({ read_number: readNumber })
      .where('read_number', '<', readNumber)
      .executeTakeFirst()
    return moved.numUpdatedRows > 0n ? announce(write, actor, input.channelId) : readPosition(write.rows, actor, input)
  })
}

/** Back, so that this message and all after it are unread. */
export function markUnread(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.markUnread'>,
): Promise<CommandAnswer<'channels.markUnread'>> {
  return store.write(actor.workspaceId, [actor.userId], async (write) => {
    await requireMembership(write.rows, actor, input.channelId)
    const moved = await membershipOf(write.rows, actor, input.channelId)
      .set({ read_number: input.messageNumber - 1 })
      .where('read_number', '>=', input.messageNumber)
      .executeTakeFirst()
    return moved.numUpdatedRows > 0n ? announce(write, actor, input.channelId) : readPosition(write.rows, actor, input)
  })
}

const membershipOf = (rows: Database, actor: Actor, channelId: string) =>
  rows.updateTable('memberships').where('channel_id', '=', channelId).where('user_id', '=', actor.userId)

/** The membership's row was changed and is locked: what is read now counts every message that moved it before. */
async function announce({ rows, append }: Write, actor: Actor, channelId: ChannelId): Promise<{ readNumber: number }> {
  const { readNumber } = await readPosition(rows, actor, { channelId })
  const { last_message_number: lastMessageNumber } = await requireMembership(rows, actor, channelId)
  const mentions = await readUnreadMentions(rows, actor.userId, [channelId])
  // What is said between these two reads comes by the channel's stream, on top of this.
  const unreadMentions = (mentions.get(channelId) ?? []).filter((number) => number <= lastMessageNumber)
  const unreadDeleted = (await readUnreadDeleted(rows, actor.userId, [channelId])).get(channelId) ?? []
  append(actor.userId, { type: 'read-moved', channelId, readNumber, unreadMentions, unreadDeleted, lastMessageNumber })
  return { readNumber }
}

async function readPosition(rows: Database, actor: Actor, { channelId }: { readonly channelId: string }) {
  const membership = await rows
    .selectFrom('memberships')
    .select('read_number')
    .where('channel_id', '=', channelId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  return { readNumber: membership.read_number }
}
