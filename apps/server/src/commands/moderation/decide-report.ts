import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import { requireReviewable } from '../../policies/report-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import type { Write } from '../../store/write'
import { entomb } from '../messages/delete-message'
import { pauseAccess } from './end-access'
import { suspend } from './suspend'
import { tellReviewers } from './tell-reviewers'
import { warnPerson } from './warn-person'

type Input = CommandInput<'moderation.decide'>

/** One decision closes what everybody reported of the message. Nothing asked for is a dismissal. */
export async function decideReport(
  services: Services,
  actor: Actor,
  input: Input,
): Promise<CommandAnswer<'moderation.decide'>> {
  const { store } = services
  if (input.suspendHours && !isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'suspend' })
  const { channel_id: channelId } = await requireDecidable(store.rows, actor, input)
  // A warning that is repeated is said once: it goes first, so that no failure after it can lose it.
  if (input.isWarned) await warnPerson(services, actor, input.reportId, input.reason)
  const suspendedIds = await store.write(actor.workspaceId, [actor.workspaceId, channelId], (write) =>
    decide(write, store.now(), actor, input),
  )
  for (const id of suspendedIds) await pauseAccess(services, id)
  await tellReviewers(services, actor, channelId)
  return {}
}

/** Answers whose access is to be paused. */
async function decide(write: Write, now: Date, actor: Actor, input: Input): Promise<string[]> {
  const { rows } = write
  const report = await requireDecidable(rows, actor, input)
  const message = await rows
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', report.message_id)
    .executeTakeFirstOrThrow()
  const about = { userId: message.author_id, messageId: message.id, channelId: message.channel_id, reportId: report.id }
  const entry = { ...about, reason: input.reason }
  await closeReports(write, now, actor, message.id)
  if (input.isRemoved && !message.deleted_at) await entomb(write, message, now)
  if (input.isRemoved) await recordAudit(write.rows, actor, now, { ...entry, kind: 'remove' })
  if (input.isWarned) await recordAudit(write.rows, actor, now, { ...entry, kind: 'warn' })
  const isDismissed = !input.isRemoved && !input.isWarned && !input.suspendHours
  if (isDismissed) await recordAudit(write.rows, actor, now, { ...entry, kind: 'dismiss' })
  return input.suspendHours ? suspend(write, now, actor, { ...entry, hours: input.suspendHours }) : []
}

/** Looked at before anything is done, and under the lock again: nobody is warned by a decision that is refused. */
async function requireDecidable(rows: Database, actor: Actor, { reportId, suspendHours }: Input) {
  const report = await requireReviewable(rows, actor, reportId)
  if (report.closed_at) throw new ParleyError('report_closed', { reportId })
  if (suspendHours) await requireGoverned(rows, actor, report.author_id)
  return report
}

async function closeReports({ rows }: Write, now: Date, actor: Actor, messageId: string): Promise<void> {
  await rows
    .updateTable('reports')
    .set({ closed_at: now, closed_by: actor.userId })
    .where('message_id', '=', messageId)
    .where('closed_at', 'is', null)
    .execute()
}
