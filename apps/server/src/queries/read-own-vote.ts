import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { findMessage } from '../commands/messages/find-message'
import { requirePoll } from '../commands/polls/require-poll'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { readChoices } from '../store/polls'

export async function readOwnVote(
  { store }: Services,
  actor: Actor,
  { messageId }: QueryInput<'polls.own'>,
): Promise<QueryAnswer<'polls.own'>> {
  const message = await findMessage(store.rows, actor, messageId)
  await requireReadable(store.rows, actor, message.channel_id)
  requirePoll(message)
  return { options: await readChoices(store.rows, messageId, actor.userId) }
}
