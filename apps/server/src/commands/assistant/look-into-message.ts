import type { AssistantReply, ChannelId, CommandAnswer, CommandInput, KnowingPerson } from '@parley/protocol'
import type { Actor } from '../../actor'
import { channelIdsReadableInChannel, collectionIdsReadableInChannel } from '../../policies/access'
import { readAskingMessage } from '../../queries/asking-message'
import type { KnownExpert, Services } from '../../services'
import type { Database } from '../../store/database'

/** An answer for one reader to what somebody asked, or else who may know; nothing is said to anybody. */
export async function lookIntoMessage(
  services: Services,
  actor: Actor,
  { messageId }: CommandInput<'assistant.lookInto'>,
): Promise<CommandAnswer<'assistant.lookInto'>> {
  const { assistant, rateLimits } = services
  const { rows } = services.store
  rateLimits.admit('lookUps', actor.userId)
  const asked = await readAskingMessage(rows, actor, messageId)
  const { questionId, reply } = await assistant.lookInto(actor, asked)
  const experts = reply.kind === 'answer' ? [] : await assistant.findExperts(actor, asked.text)
  return {
    questionId,
    messageId: asked.messageId,
    question: asked.text,
    channelId: asked.channelId,
    threadId: asked.threadId,
    reply,
    isForEverybody: await mayAllRead(services, actor, asked.channelId, reply),
    people: await withMembership(rows, asked.channelId, experts),
  }
}

/** Whether whoever may read the channel may read what an answer rests on. */
async function mayAllRead(
  { library, store: { rows } }: Services,
  { workspaceId }: Actor,
  channelId: string,
  { citations, said = [] }: AssistantReply,
): Promise<boolean> {
  const documentIds = citations.map((cited) => cited.documentId)
  const collectionIds = await collectionIdsReadableInChannel(rows, workspaceId, channelId)
  const channels = new Set(await channelIdsReadableInChannel(rows, workspaceId, channelId))
  const areOpen = await library.areReadable(documentIds, collectionIds)
  return areOpen && said.every((one) => channels.has(one.channelId))
}

async function withMembership(
  rows: Database,
  channelId: ChannelId,
  experts: readonly KnownExpert[],
): Promise<KnowingPerson[]> {
  if (experts.length === 0) return []
  const found = await rows
    .selectFrom('memberships')
    .select('user_id')
    .where('channel_id', '=', channelId)
    .where(
      'user_id',
      'in',
      experts.map(({ userId }) => userId),
    )
    .execute()
  const members = new Set(found.map((row) => row.user_id))
  return experts.map((expert) => ({ ...expert, isMember: members.has(expert.userId) }))
}
