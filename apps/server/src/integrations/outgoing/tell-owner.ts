import { translate } from '@parley/locale'
import type { UserId } from '@parley/protocol'
import { openDirectChannel } from '../../commands/channels/open-direct-channel'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import type { HookRow } from './delivery-queue'

/** Tells whose bot a webhook speaks through that it was switched off, in a direct message of the bot. */
export async function tellOwner(services: Services, hook: HookRow): Promise<void> {
  const { rows, now, messages } = services.store
  const { owner_id: ownerId } = await rows
    .selectFrom('bots')
    .select('owner_id')
    .where('user_id', '=', hook.bot_id)
    .executeTakeFirstOrThrow()
  const owner = await readActor(rows, hook.workspace_id, ownerId)
  const bot = await readActor(rows, hook.workspace_id, hook.bot_id)
  const { channel } = await openDirectChannel(services, bot, { userIds: [owner.userId as UserId] })
  await messages.store({
    workspaceId: hook.workspace_id,
    channelId: channel.id,
    authorId: bot.userId,
    clientMessageId: `switched-off-${hook.id}-${now().getTime()}`,
    threadId: null,
    text: translate(owner.language, 'server.hooks.switchedOff', { name: hook.name }),
    card: null,
  })
}
