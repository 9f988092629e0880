import { type Message, ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor'
import { type ChannelRow, requireMembership } from '../../policies/channel-policy'
import { readMessage } from '../../store/read-messages'
import type { MessageTable } from '../../store/schema'
import type { Store } from '../../store/store'
import type { Write } from '../../store/write'
import { findMessage } from './find-message'

export interface Changing extends Write {
  readonly channel: ChannelRow
  /** The message as it is, with its channel's stream locked. */
  readonly before: Selectable<MessageTable>
}

/** A change to a message by a member of its channel: under the channel's lock, answered as the message is after it. */
export async function changeMessage(
  store: Store,
  actor: Actor,
  messageId: string,
  change: (changing: Changing) => Promise<void>,
): Promise<{ message: Message }> {
  const { channel_id: channelId } = await findMessage(store.rows, actor, messageId)
  return store.write(actor.workspaceId, [channelId], async ({ rows, append, lastSeq, createStream }) => {
    const channel = await requireMembership(rows, actor, channelId)
    const before = await findMessage(rows, actor, messageId)
    await change({ rows, append, lastSeq, createStream, channel, before })
    return { message: await readMessage(rows, messageId) }
  })
}

export function refuseArchived(channel: ChannelRow): void {
  if (channel.archived_at) throw new ParleyError('channel_archived', { channelId: channel.id })
}
