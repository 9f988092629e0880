import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireBot } from '../../policies/integration-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { asUser } from '../../store/rows'

/** Everything that acts as the bot ends with it; what it wrote stays. */
export async function removeBot(
  { store, sessions, sockets }: Services,
  actor: Actor,
  { botId }: CommandInput<'bots.remove'>,
): Promise<CommandAnswer<'bots.remove'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const bot = await requireBot(rows, actor, botId)
    await endIntegrationsOf(rows, botId)
    await rows.updateTable('bots').set({ is_resting: false }).where('user_id', '=', botId).execute()
    const closed = await rows
      .updateTable('users')
      .set({ is_active: false })
      .where('id', '=', botId)
      .returningAll()
      .executeTakeFirstOrThrow()
    append(actor.workspaceId, { type: 'user-saved', user: asUser(closed) })
    await recordAudit(rows, actor, store.now(), { kind: 'bot-removed', subject: { id: botId, name: bot.name } })
  })
  await sessions.endAllOf(botId)
  sockets.closeWhere(({ userId }) => userId === botId)
  return {}
}

async function endIntegrationsOf(rows: Database, botId: string): Promise<void> {
  for (const table of ['incoming_hooks', 'outgoing_hooks', 'slash_commands'] as const) {
    await rows.deleteFrom(table).where('bot_id', '=', botId).execute()
  }
}
