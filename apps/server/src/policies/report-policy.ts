import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'

/**
 * Reports that an actor may look at: administrators all, moderators those of their channels. Nobody judges what they
 * said themselves, nor learns who complained of it.
 */
export function selectReviewable(rows: Database, actor: Actor) {
  const reports = rows
    .selectFrom('reports')
    .innerJoin('messages', 'messages.id', 'reports.message_id')
    .where('reports.workspace_id', '=', actor.workspaceId)
    .where('messages.author_id', '<>', actor.userId)
  if (isAdministrator(actor)) return reports
  return reports.where((where) =>
    where.exists(
      where
        .selectFrom('memberships')
        .select('user_id')
        .whereRef('memberships.channel_id', '=', 'reports.channel_id')
        .where('memberships.user_id', '=', actor.userId)
        .where('memberships.is_moderator', '=', true),
    ),
  )
}

export async function requireReviewable(rows: Database, actor: Actor, reportId: string) {
  const report = await selectReviewable(rows, actor)
    .selectAll('reports')
    .select('messages.author_id')
    .where('reports.id', '=', reportId)
    .executeTakeFirst()
  if (!report) throw new ParleyError('not_found', { kind: 'report', id: reportId })
  return report
}

/** Who looks after the reports of a channel: they are told when there is news. */
export async function readReviewerIds(rows: Database, workspaceId: string, channelId: string): Promise<Set<string>> {
  const found = await rows
    .selectFrom('users')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.user_id', '=', 'users.id').on('memberships.channel_id', '=', channelId),
    )
    .select('users.id')
    .where('users.workspace_id', '=', workspaceId)
    .where('users.is_active', '=', true)
    .where((where) =>
      where.or([where('users.role', 'in', ['owner', 'administrator']), where('memberships.is_moderator', '=', true)]),
    )
    .execute()
  return new Set(found.map((row) => row.id))
}
