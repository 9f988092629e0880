import { type CommandAnswer, type CommandInput, ParleyError, type UserId } from '@parley/protocol'
import type { Actor } from '../../actor'
import { refuseHigherRole, requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { asUser } from '../../store/rows'
import type { Write } from '../../store/write'
import { restBots, wakeBots } from '../bots/rest-bots'
import { pauseAccess } from '../moderation/end-access'

/**
 * The new role counts from the next request on. Whoever becomes a guest, or is one no more, sees other people: their
 * clients begin anew. Guests look after no channel, and what programs they own rests: a bot may read what a guest may not.
 */
export async function setRole(
  services: Services,
  actor: Actor,
  input: CommandInput<'users.setRole'>,
): Promise<CommandAnswer<'users.setRole'>> {
  const { store, sessions, sockets, hooks } = services
  const { userId, role } = input
  refuseHigherRole(actor, role)
  const channelIds = role === 'guest' ? await moderatedChannelIds(store.rows, userId) : []
  const { user, before, restingIds } = await store.write(
    actor.workspaceId,
    [actor.workspaceId, ...channelIds],
    (write) => change(write, store.now(), actor, input, channelIds),
  )
  for (const id of restingIds) await pauseAccess(services, id)
  sessions.forgetUser(userId)
  if ((before === 'guest') !== (role === 'guest')) {
    sockets.refresh(userId)
    hooks.wake()
  }
  return { user }
}

async function change(
  write: Write,
  now: Date,
  actor: Actor,
  { userId, role }: CommandInput<'users.setRole'>,
  channelIds: readonly string[],
) {
  const { rows, append } = write
  const person = await requireGoverned(rows, actor, userId)
  if (!person.is_active) throw new ParleyError('forbidden', { action: 'govern_person' })
  const row = await rows.updateTable('users').set({ role }).where('id', '=', userId).returningAll().executeTakeFirst()
  const user = asUser(row ?? person)
  await recordAudit(rows, actor, now, { kind: 'role', userId, reason: `${person.role} → ${role}` })
  append(actor.workspaceId, { type: 'user-saved', user })
  for (const channelId of channelIds) await endModeration(write, channelId, user.id)
  const restingIds = role === 'guest' ? await restBots(write, now, actor, userId) : []
  if (person.role === 'guest' && role !== 'guest') await wakeBots(write, now, actor, userId)
  return { user, before: person.role, restingIds }
}

async function moderatedChannelIds(rows: Database, userId: string): Promise<string[]> {
  const found = await rows
    .selectFrom('memberships')
    .select('channel_id')
    .where('user_id', '=', userId)
    .where('is_moderator', '=', true)
    .execute()
  return found.map((row) => row.channel_id)
}

async function endModeration({ rows, append }: Write, channelId: string, userId: UserId): Promise<void> {
  const ended = await rows
    .updateTable('memberships')
    .set({ is_moderator: false })
    .where('channel_id', '=', channelId)
    .where('user_id', '=', userId)
    .where('is_moderator', '=', true)
    .executeTakeFirst()
  if (ended.numUpdatedRows > 0n) append(channelId, { type: 'moderator-changed', userId, isModerator: false })
}
