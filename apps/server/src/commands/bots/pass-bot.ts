import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireBot } from '../../policies/integration-policy'
import { isKeptOut } from '../../policies/people-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { wakeBots } from './rest-bots'

/** Gives a bot another owner, and with it the webhooks and commands that speak through it; a resting one works again. */
export async function passBot(
  { store, hooks }: Services,
  actor: Actor,
  { botId, ownerId }: CommandInput<'bots.pass'>,
): Promise<CommandAnswer<'bots.pass'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    const { rows } = write
    const bot = await requireBot(rows, actor, botId)
    await requireKeeper(rows, actor, ownerId, store.now())
    await rows.updateTable('bots').set({ owner_id: ownerId }).where('user_id', '=', botId).execute()
    const subject = { id: botId, name: bot.name }
    await recordAudit(rows, actor, store.now(), { kind: 'bot-passed', userId: ownerId, subject })
    await wakeBots(write, store.now(), actor, ownerId)
  })
  hooks.wake()
  return {}
}

/** A person who may sign in, and sees more than guests do. Locked: nobody closes the account meanwhile. */
async function requireKeeper(rows: Database, actor: Actor, userId: string, now: Date): Promise<void> {
  const person = await rows
    .selectFrom('users')
    .select('role')
    .where('id', '=', userId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('kind', '=', 'person')
    .forUpdate()
    .executeTakeFirst()
  if (!person || (await isKeptOut(rows, userId, now))) throw new ParleyError('not_found', { kind: 'user', id: userId })
  if (person.role === 'guest') throw new ParleyError('forbidden', { action: 'own_bot' })
}
