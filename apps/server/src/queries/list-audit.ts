import type { AuditEntry, QueryAnswer, QueryInput } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../actor'
import { isUndoableSetting } from '../commands/moderation/undo-setting'
import type { Services } from '../services'
import type { Database } from '../store/database'
import type { AuditTable } from '../store/schema'

const A_PAGE = 50
const UNDOABLE: readonly AuditEntry['kind'][] = ['dismiss', 'suspend', 'deactivate']

/** The log of who did what, newest first; ids grow with time. */
export async function listAudit(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'audit.list'>,
): Promise<QueryAnswer<'audit.list'>> {
  const found = await selectEntries(store.rows, actor, input).execute()
  const now = store.now()
  return { entries: found.slice(0, A_PAGE).map((row) => asEntry(row, now)), hasMore: found.length > A_PAGE }
}

function selectEntries(
  rows: Database,
  { workspaceId }: Actor,
  { userId, kind, since, until, before }: QueryInput<'audit.list'>,
) {
  let entries = rows.selectFrom('audit_log').selectAll().where('workspace_id', '=', workspaceId)
  if (userId)
    entries = entries.where((where) => where.or([where('actor_id', '=', userId), where('user_id', '=', userId)]))
  if (kind) entries = entries.where('kind', '=', kind)
  if (since) entries = entries.where('created_at', '>=', new Date(since))
  if (until) entries = entries.where('created_at', '<', new Date(until))
  if (before) entries = entries.where('id', '<', before)
  return entries.orderBy('id', 'desc').limit(A_PAGE + 1)
}

function asEntry(row: Selectable<AuditTable>, now: Date): AuditEntry {
  const isOver = row.kind === 'suspend' && row.until !== null && row.until <= now
  return {
    id: row.id as AuditEntry['id'],
    kind: row.kind,
    actorId: row.actor_id as AuditEntry['actorId'],
    userId: row.user_id as AuditEntry['userId'],
    messageId: row.message_id as AuditEntry['messageId'],
    channelId: row.channel_id as AuditEntry['channelId'],
    reportId: row.report_id as AuditEntry['reportId'],
    subjectName: row.subject_name,
    reason: row.reason,
    until: row.until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by as AuditEntry['undoneBy'],
    isUndoable: row.undone_at === null && !isOver && isUndoable(row),
  }
}

const isUndoable = ({ kind, previous }: Selectable<AuditTable>): boolean =>
  UNDOABLE.includes(kind) || (isUndoableSetting(kind) && previous !== null)
