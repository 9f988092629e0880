import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import { resolveMentions } from '../messages/resolve-mentions'

/** A message like any other, which the same rules allow or refuse; its card holds what can be chosen. */
export async function createPoll(
  services: Services,
  actor: Actor,
  input: CommandInput<'polls.create'>,
): Promise<CommandAnswer<'polls.create'>> {
  const { store } = services
  const closesAt = input.closesAt && requireAhead(input.closesAt, store.now()).toISOString()
  const { options, isMultiple, isAnonymous } = input
  const message = await store.messages.store({
    workspaceId: actor.workspaceId,
    channelId: input.channelId,
    authorId: actor.userId,
    clientMessageId: input.clientMessageId,
    threadId: input.threadId,
    text: input.question,
    mentions: await resolveMentions(services, actor, input.channelId, input.question),
    card: null,
    poll: { options, isMultiple, isAnonymous, closesAt, closedAt: null },
  })
  return { message }
}
