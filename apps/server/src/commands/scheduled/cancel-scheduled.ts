import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { findWaiting } from './find-scheduled'

export async function cancelScheduled(
  { store }: Services,
  actor: Actor,
  { scheduledMessageId }: CommandInput<'messages.cancelScheduled'>,
): Promise<CommandAnswer<'messages.cancelScheduled'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    await findWaiting(rows, actor, scheduledMessageId, store.now())
    await rows.deleteFrom('scheduled_messages').where('id', '=', scheduledMessageId).execute()
    append(actor.userId, { type: 'scheduled-message-removed', scheduledMessageId })
    return {}
  })
}
