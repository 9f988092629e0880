import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { resolveMentions } from '../messages/resolve-mentions'

/** A message like any other, which the same rules allow or refuse; its card holds what can be chosen. */
export async function createPoll(
  services: Services,
  actor: Actor,
  input: CommandInput<'polls.create'>,
): Promise<CommandAnswer<'polls.create'>> {
  const { store } = services
  // Asked for again, when the answer was lost, it may have closed meanwhile.
  if (input.closesAt && !(await isKnown(store.rows, actor, input))) requireAhead(input.closesAt, store.now())
  const closesAt = input.closesAt && new Date(input.closesAt).toISOString()
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

async function isKnown(
  rows: Database,
  actor: Actor,
  { channelId, clientMessageId }: CommandInput<'polls.create'>,
): Promise<boolean> {
  const found = await rows
    .selectFrom('messages')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('author_id', '=', actor.userId)
    .where('client_message_id', '=', clientMessageId)
    .executeTakeFirst()
  return found !== undefined
}
