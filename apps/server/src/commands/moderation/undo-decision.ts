import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type Actor, isAdministrator } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import { requireReviewable } from '../../policies/report-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { AuditTable } from '../../store/schema'
import type { Write } from '../../store/write'
import { reopenAccount } from '../users/close-account'
import { lift } from './suspend'
import { tellReviewers } from './tell-reviewers'
import { isUndoableSetting, undoSetting, useAgain } from './undo-setting'

type AuditRow = Selectable<AuditTable>

/**
 * A dismissal, a suspension, a closed account and what was set of understanding can be taken back; what was removed is gone,
 * and what was said, said.
 */
export async function undoDecision(
  services: Services,
  actor: Actor,
  { entryId }: CommandInput<'moderation.undo'>,
): Promise<CommandAnswer<'moderation.undo'>> {
  const { store } = services
  const entry = await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    const found = await findEntry(write, actor, entryId)
    await takeBack(write, store.now(), actor, found)
    await write.rows
      .updateTable('audit_log')
      .set({ undone_at: store.now(), undone_by: actor.userId })
      .where('id', '=', entryId)
      .execute()
    return found
  })
  await useAgain(services, entry.kind)
  if (entry.channel_id) await tellReviewers(services, actor, entry.channel_id)
  return {}
}

async function findEntry({ rows }: Write, actor: Actor, entryId: string): Promise<AuditRow> {
  const entry = await rows
    .selectFrom('audit_log')
    .selectAll()
    .where('id', '=', entryId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!entry) throw new ParleyError('not_found', { kind: 'audit_entry', id: entryId })
  return entry
}

async function takeBack(write: Write, now: Date, actor: Actor, entry: AuditRow): Promise<void> {
  if (entry.kind === 'dismiss' && entry.report_id) return reopen(write, now, actor, entry.report_id)
  if (!isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'undo' })
  if (isUndoableSetting(entry.kind) && entry.previous) return undoSetting(write, { actor, now }, entry.kind, entry)
  if (!entry.user_id) throw new ParleyError('forbidden', { action: 'undo' })
  if (entry.kind === 'suspend') return lift(write, now, actor, { userId: entry.user_id })
  if (entry.kind !== 'deactivate') throw new ParleyError('forbidden', { action: 'undo' })
  await requireGoverned(write.rows, actor, entry.user_id)
  await reopenAccount(write, now, actor, entry.user_id)
}

/** Where the same person has reported the message again meanwhile, that report is open already. */
async function reopen(write: Write, now: Date, actor: Actor, reportId: string): Promise<void> {
  const report = await requireReviewable(write.rows, actor, reportId)
  const again = await write.rows
    .selectFrom('reports')
    .select('id')
    .where('message_id', '=', report.message_id)
    .where('reporter_id', '=', report.reporter_id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!again) {
    const report = write.rows.updateTable('reports').where('id', '=', reportId)
    await report.set({ closed_at: null, closed_by: null }).execute()
  }
  await recordAudit(write.rows, actor, now, { kind: 'reopen', reportId, messageId: report.message_id })
}
