import type { User } from '@parley/protocol'
import type { Actor } from '../../actor'
import { recordAudit } from '../../store/audit-log'
import type { Write } from '../../store/write'
import { skipMissed } from '../hooks/skip-missed'
import { setActive } from './set-active'

/*
 * What programs come in by belongs to somebody: it works while their account is open. Who was closed for good reasons
 * must not go on writing as a bot of theirs. The workspace's stream must be locked.
 */

/** @returns whose access is to be ended after the commit: the person's, and that of the bots that rest from now on. */
export async function closeAccount(write: Write, at: Date, actor: Actor, userId: string): Promise<ChangedAccount> {
  await recordAudit(write.rows, actor, at, { kind: 'deactivate', userId })
  const user = await setActive(write, actor, userId, false)
  const bots = await markBots(write, userId, { wereResting: false })
  for (const bot of bots) {
    await setActive(write, actor, bot.id, false)
    await recordAudit(write.rows, actor, at, { kind: 'bot-rested', userId, subject: bot })
  }
  return { user, userIds: [userId, ...bots.map(({ id }) => id)] }
}

/** Sessions and tokens that were ended stay ended; webhooks work again, from what happens now on. */
export async function reopenAccount(write: Write, at: Date, actor: Actor, userId: string): Promise<User> {
  await recordAudit(write.rows, actor, at, { kind: 'reactivate', userId })
  const user = await setActive(write, actor, userId, true)
  for (const bot of await markBots(write, userId, { wereResting: true })) {
    await setActive(write, actor, bot.id, true)
    await skipMissed(write.rows, await hooksOf(write, bot.id), at)
    await recordAudit(write.rows, actor, at, { kind: 'bot-resumed', userId, subject: bot })
  }
  return user
}

async function hooksOf({ rows }: Write, botId: string): Promise<string[]> {
  const hooks = await rows.selectFrom('outgoing_hooks').select('id').where('bot_id', '=', botId).execute()
  return hooks.map(({ id }) => id)
}

export interface ChangedAccount {
  readonly user: User
  readonly userIds: readonly string[]
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
