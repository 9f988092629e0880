import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { resolveMentions } from './resolve-mentions'

/**
 * The door for everybody outside the server; what the server says itself goes to `store.messages` at once.
 *
 * Whether the sender is a member, whether the message is a retry, and its numbers are decided in the database under
 * the channel's lock (`store/routines/commit-messages.sql`), together with what others send at the same time.
 */
export async function sendMessage(
  services: Services,
  actor: Actor,
  input: CommandInput<'messages.send'>,
): Promise<CommandAnswer<'messages.send'>> {
  const message = await services.store.messages.store({
    workspaceId: actor.workspaceId,
    channelId: input.channelId,
    authorId: actor.userId,
    clientMessageId: input.clientMessageId,
    threadId: input.threadId ?? null,
    isAlsoInChannel: input.isAlsoInChannel,
    text: input.text,
    mentions: await resolveMentions(services, actor, input.channelId, input.text),
    card: null,
  })
  return { message }
}
