import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'

/** People make tokens for themselves; a bot's owner and administrators for the bot. */
export async function requireMayRunAs(rows: Database, actor: Actor, userId: string): Promise<void> {
  if (userId !== actor.userId) await requireBot(rows, actor, userId)
}

/** A bot that the actor may manage, at work or resting; others are told that there is none. */
export async function requireBot(rows: Database, actor: Actor, botId: string) {
  const bot = await selectManagedBots(rows, actor)
    .selectAll('users')
    .select('bots.owner_id')
    .where('users.id', '=', botId)
    .where((where) => where.or([where('users.is_active', '=', true), where('bots.is_resting', '=', true)]))
    .executeTakeFirst()
  if (!bot) throw new ParleyError('not_found', { kind: 'bot', id: botId })
  return bot
}

/** Whether a bot may act: it was not removed, and the account of its owner is open. */
export async function isAtWork(rows: Database, botId: string): Promise<boolean> {
  const bot = await rows.selectFrom('users').select('is_active').where('id', '=', botId).executeTakeFirst()
  return bot?.is_active ?? false
}

/** Bots of one's own; administrators manage all. */
export function selectManagedBots(rows: Database, actor: Actor) {
  const bots = rows
    .selectFrom('bots')
    .innerJoin('users', 'users.id', 'bots.user_id')
    .where('bots.workspace_id', '=', actor.workspaceId)
  return isAdministrator(actor) ? bots : bots.where('bots.owner_id', '=', actor.userId)
}

/** One's own tokens and those of one's bots; administrators manage all. */
export function selectManagedTokens(rows: Database, actor: Actor) {
  const tokens = rows
    .selectFrom('access_tokens')
    .leftJoin('bots', 'bots.user_id', 'access_tokens.user_id')
    .where('access_tokens.workspace_id', '=', actor.workspaceId)
  if (isAdministrator(actor)) return tokens
  return tokens.where((where) =>
    where.or([where('access_tokens.user_id', '=', actor.userId), where('bots.owner_id', '=', actor.userId)]),
  )
}
