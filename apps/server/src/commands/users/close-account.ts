import type { User } from '@parley/protocol'
import type { Actor } from '../../actor'
import { recordAudit } from '../../store/audit-log'
import type { Write } from '../../store/write'
import { restBots, wakeBots } from '../bots/rest-bots'
import { setActive } from './set-active'

export interface ChangedAccount {
  readonly user: User
  readonly userIds: readonly string[]
}

/** @returns whose access is to be ended after the commit: the person's and that of their bots, those too that a suspension rests already. */
export async function closeAccount(write: Write, at: Date, actor: Actor, userId: string): Promise<ChangedAccount> {
  await recordAudit(write.rows, actor, at, { kind: 'deactivate', userId })
  const user = await setActive(write, actor, userId, false)
  await restBots(write, at, actor, userId)
  const bots = await write.rows.selectFrom('bots').select('user_id').where('owner_id', '=', userId).execute()
  return { user, userIds: [userId, ...bots.map((bot) => bot.user_id)] }
}

/** Sessions and tokens that were ended stay ended. */
export async function reopenAccount(write: Write, at: Date, actor: Actor, userId: string): Promise<User> {
  await recordAudit(write.rows, actor, at, { kind: 'reactivate', userId })
  const user = await setActive(write, actor, userId, true)
  await wakeBots(write, at, actor, userId)
  return user
}
