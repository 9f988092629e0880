import type { Bot, CommandAnswer, CommandInput, User } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { createToken } from '../tokens/create-token'
import { insertBot } from './insert-bot'

/** The bot, then its first token: a bot without one does no harm, and can be given another. */
export async function createBot(
  services: Services,
  actor: Actor,
  input: CommandInput<'bots.create'>,
): Promise<CommandAnswer<'bots.create'>> {
  const { store } = services
  const user = await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    const made = await insertBot(write, actor, input)
    const audited = { kind: 'bot-created' as const, subject: { id: made.id, name: made.name } }
    await recordAudit(write.rows, actor, store.now(), audited)
    return made
  })
  const wanted = { name: user.name, scopes: input.scopes, expiresInDays: null, userId: user.id }
  return { bot: asBot(user, actor, input.description), user, ...(await createToken(services, actor, wanted)) }
}

const asBot = ({ id }: User, actor: Actor, description: string): Bot => ({
  userId: id,
  ownerId: actor.userId as Bot['ownerId'],
  description,
  isResting: false,
})
