import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'

/**
 * Moves a read position forward; the person's other devices hear of it through their inbox. What somebody sends moves
 * it too, by the channel's stream: since positions only grow, devices agree in whatever order the two arrive.
 */
export async function markRead(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.markRead'>,
): Promise<CommandAnswer<'channels.markRead'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    const channel = await requireMembership(rows, actor, input.channelId)
    const readNumber = Math.min(input.messageNumber, channel.last_message_number)
    const changed = await rows
      .updateTable('memberships')
      .set({ read_number: readNumber })
      .where('channel_id', '=', input.channelId)
      .where('user_id', '=', actor.userId)
      .where('read_number', '<', readNumber)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return { readNumber: await currentPosition(rows, actor, input.channelId) }
    append(actor.userId, { type: 'read-moved', channelId: input.channelId, readNumber })
    return { readNumber }
  })
}

async function currentPosition(rows: Database, actor: Actor, channelId: string): Promise<number> {
  const membership = await rows
    .selectFrom('memberships')
    .select('read_number')
    .where('channel_id', '=', channelId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  return membership.read_number
}
