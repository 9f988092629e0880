import type { Actor } from '../../actor'
import { isKeptOut } from '../../policies/people-policy'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import type { Write } from '../../store/write'
import { skipMissed } from '../hooks/skip-missed'
import { setActive } from '../users/set-active'

/*
 * What programs come in by belongs to somebody: it works while they may sign in, and are no guest. Who was kept out for
 * good reasons must not go on writing as a bot of theirs. The workspace's stream must be locked.
 */

/** @returns the bots that rest from now on: their access is to be ended after the commit. */
export async function restBots(write: Write, at: Date, actor: Actor, userId: string): Promise<string[]> {
  const bots = await markBots(write, userId, { wereResting: false })
  for (const bot of bots) {
    await setActive(write, actor, bot.id, false)
    await recordAudit(write.rows, actor, at, { kind: 'bot-rested', userId, subject: bot })
  }
  return bots.map(({ id }) => id)
}

/** Webhooks work again from what happens now on. An account that is closed, suspended and a guest's has to be free of all. */
export async function wakeBots(write: Write, at: Date, actor: Actor, userId: string): Promise<void> {
  if ((await isKeptOut(write.rows, userId, at)) || (await isGuest(write.rows, userId))) return
  for (const bot of await markBots(write, userId, { wereResting: true })) {
    await setActive(write, actor, bot.id, true)
    await skipMissed(write.rows, await hooksOf(write, bot.id), at)
    await recordAudit(write.rows, actor, at, { kind: 'bot-resumed', userId, subject: bot })
  }
}

async function isGuest(rows: Database, userId: string): Promise<boolean> {
  const { role } = await rows.selectFrom('users').select('role').where('id', '=', userId).executeTakeFirstOrThrow()
  return role === 'guest'
}

async function hooksOf({ rows }: Write, botId: string): Promise<string[]> {
  const hooks = await rows.selectFrom('outgoing_hooks').select('id').where('bot_id', '=', botId).execute()
  return hooks.map(({ id }) => id)
}

/** Bots that were removed, or closed by themselves, are left as they are. */
function markBots({ rows }: Write, ownerId: string, { wereResting }: { readonly wereResting: boolean }) {
  return rows
    .updateTable('bots')
    .from('users')
    .set({ is_resting: !wereResting })
    .whereRef('users.id', '=', 'bots.user_id')
    .where('owner_id', '=', ownerId)
    .where('is_resting', '=', wereResting)
    .where('users.is_active', '=', !wereResting)
    .returning(['users.id', 'users.name'])
    .execute()
}
