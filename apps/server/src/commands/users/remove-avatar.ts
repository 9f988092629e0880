import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMayRunAs } from '../../policies/integration-policy'
import { requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { changeAvatar } from './change-avatar'

/** One's own, a bot's, or, for administrators, that of somebody whom they govern. */
export async function removeAvatar(
  services: Services,
  actor: Actor,
  input: CommandInput<'users.removeAvatar'>,
): Promise<CommandAnswer<'users.removeAvatar'>> {
  const userId = input.userId ?? actor.userId
  const permit = (rows: Database) => requireMayRemove(rows, actor, userId)
  const record = (rows: Database) => recordRemoval(rows, actor, services.store.now(), userId)
  const change = { workspaceId: actor.workspaceId, userId, avatarId: null, permit, record }
  return { user: await changeAvatar(services, change) }
}

async function recordRemoval(rows: Database, actor: Actor, at: Date, userId: string): Promise<void> {
  if (userId !== actor.userId) await recordAudit(rows, actor, at, { kind: 'avatar-removed', userId })
}

async function requireMayRemove(rows: Database, actor: Actor, userId: string): Promise<void> {
  const bot = await rows.selectFrom('bots').select('user_id').where('user_id', '=', userId).executeTakeFirst()
  if (bot || userId === actor.userId) await requireMayRunAs(rows, actor, userId)
  else await requireGoverned(rows, actor, userId)
}
