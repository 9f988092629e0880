import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMayAdmit } from '../../policies/channel-policy'
import { requireBot } from '../../policies/integration-policy'
import type { Write } from '../../store/write'
import { admit } from '../channels/membership'
import { insertBot } from './insert-bot'

export interface Employment {
  readonly name: string
  readonly channelId: string
  readonly botId?: string | undefined
}

/** The streams that have to be locked for `employBot`. */
export const streamsOfEmployment = (actor: Actor, { channelId, botId }: Employment): string[] => [
  actor.workspaceId,
  channelId,
  ...(botId ? [botId] : []),
]

/**
 * The bot that a webhook writes or reads as, brought into the channel: everybody there sees it among the members. The
 * actor must be allowed to bring it in, so nobody listens to a channel that they could not open to others.
 */
export async function employBot(write: Write, actor: Actor, { name, channelId, botId }: Employment): Promise<string> {
  const channel = await requireMayAdmit(write.rows, actor, channelId)
  if (channel.archived_at) throw new ParleyError('channel_archived', { channelId })
  const bot = botId
    ? await requireBot(write.rows, actor, botId)
    : await insertBot(write, actor, { name, description: '' })
  await admit(write, channelId, { id: bot.id, kind: 'bot', workspaceId: actor.workspaceId })
  return bot.id
}
