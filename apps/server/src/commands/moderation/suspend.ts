import type { Actor } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import { type Audited, recordAudit } from '../../store/audit-log'
import { asUser } from '../../store/rows'
import type { Write } from '../../store/write'
import { restBots, wakeBots } from '../bots/rest-bots'

const HOUR_MS = 60 * 60 * 1000

export interface Suspension extends Omit<Audited, 'kind' | 'until'> {
  readonly userId: string
  readonly hours: number
}

/**
 * Nobody who is suspended can sign in, and their bots rest. The workspace's stream must be locked.
 *
 * @returns whose access is to be paused after the commit.
 */
export async function suspend(
  write: Write,
  now: Date,
  actor: Actor,
  { hours, ...about }: Suspension,
): Promise<string[]> {
  await requireGoverned(write.rows, actor, about.userId)
  const until = new Date(now.getTime() + hours * HOUR_MS)
  await setSuspension(write, actor, about.userId, until)
  await recordAudit(write.rows, actor, now, { ...about, kind: 'suspend', until })
  return [about.userId, ...(await restBots(write, now, actor, about.userId))]
}

/** Lets somebody in again; what kept them out is marked as undone. */
export async function lift(write: Write, now: Date, actor: Actor, about: Omit<Suspension, 'hours'>): Promise<void> {
  await requireGoverned(write.rows, actor, about.userId)
  await setSuspension(write, actor, about.userId, null)
  await write.rows
    .updateTable('audit_log')
    .set({ undone_at: now, undone_by: actor.userId })
    .where('user_id', '=', about.userId)
    .where('kind', '=', 'suspend')
    .where('undone_at', 'is', null)
    .execute()
  await recordAudit(write.rows, actor, now, { ...about, kind: 'lift' })
  await wakeBots(write, now, actor, about.userId)
}

/** Administrators see it in `users.list`; that something changed is said to all, since all follow one stream. */
async function setSuspension({ rows, append }: Write, actor: Actor, userId: string, until: Date | null): Promise<void> {
  const row = await rows
    .updateTable('users')
    .set({ suspended_until: until })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
  append(actor.workspaceId, { type: 'user-saved', user: asUser(row) })
}
