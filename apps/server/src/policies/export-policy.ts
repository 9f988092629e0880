import { type ExportScope, ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'
import type { TransferTable } from '../store/schema'
import { requireReadable } from './channel-policy'

/**
 * People take what they wrote themselves. Administrators take the public channels, and a channel that they may read; only
 * the owner takes what others said in private. So no archive of a workspace outlives its maker's membership in a channel.
 */
export async function requireMayExport(rows: Database, actor: Actor, scope: ExportScope): Promise<void> {
  const refuse = () => new ParleyError('forbidden', { action: `export_${scope.kind}` })
  switch (scope.kind) {
    case 'workspace':
      if (!isAdministrator(actor) || (scope.includesPrivate && actor.role !== 'owner')) throw refuse()
      return
    case 'channel': {
      const channel = await requireReadable(rows, actor, scope.channelId)
      if (!isAdministrator(actor) && channel.created_by !== actor.userId) throw refuse()
      return
    }
    case 'person':
      if (scope.userId !== undefined && scope.userId !== actor.userId)
        await requireMayExportOther(rows, actor, scope.userId, refuse)
  }
}

async function requireMayExportOther(
  rows: Database,
  actor: Actor,
  userId: string,
  refuse: () => ParleyError,
): Promise<void> {
  // What somebody wrote to others in private is in it: that is for the owner to hand out.
  if (actor.role !== 'owner') throw refuse()
  const user = await rows
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!user) throw new ParleyError('not_found', { kind: 'user', id: userId })
}

/** An import or export that the actor may know of: their own, and for administrators imports and exports of all. */
export async function requireTransfer(
  rows: Database,
  actor: Actor,
  transferId: string,
): Promise<Selectable<TransferTable>> {
  const row = await rows
    .selectFrom('transfers')
    .selectAll()
    .where('id', '=', transferId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  const isTheirs = row && (row.started_by === actor.userId || isAdministrator(actor))
  if (!isTheirs) throw new ParleyError('not_found', { kind: 'transfer', id: transferId })
  return row
}
