import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isHeeded } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { changeMessage, refuseArchived } from './change-message'

/** Members pin for all members of the channel, where it leaves that to them; guests look. A pin that is there already stays as it is. */
export function pinMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.pin'>,
): Promise<CommandAnswer<'messages.pin'>> {
  return changeMessage(store, actor, input.messageId, async ({ rows, append, channel, before }) => {
    const isAllowed = actor.role !== 'guest' && (await isHeeded(rows, actor, channel, 'who_may_pin'))
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'pin_message' })
    refuseArchived(channel)
    if ((before.pinned_at !== null) === input.isPinned) return
    const pinnedAt = input.isPinned ? store.now() : null
    const pinnedBy = input.isPinned ? actor.userId : null
    await rows
      .updateTable('messages')
      .set({ pinned_at: pinnedAt, pinned_by: pinnedBy })
      .where('id', '=', input.messageId)
      .execute()
    append(channel.id, {
      type: 'message-pinned',
      messageId: input.messageId,
      pinnedAt: pinnedAt?.toISOString() ?? null,
      pinnedBy,
    })
  })
}
