import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { deleteMessage } from './delete-message'

/**
 * Deletes a message of one's own by the name that its sender gave it: whoever takes it back may not have heard whether it
 * ever arrived. Where it did not, or is gone already, nothing happens.
 */
export async function withdrawMessage(
  services: Services,
  actor: Actor,
  { channelId, clientMessageId }: CommandInput<'messages.withdraw'>,
): Promise<CommandAnswer<'messages.withdraw'>> {
  const found = await services.store.rows
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('author_id', '=', actor.userId)
    .where('client_message_id', '=', clientMessageId)
    .where('channel_id', '=', channelId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return found
    ? deleteMessage(services, actor, { messageId: found.id as CommandInput<'messages.delete'>['messageId'] })
    : { message: null }
}
