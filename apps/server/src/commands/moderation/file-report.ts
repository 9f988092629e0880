import { type CommandAnswer, type CommandInput, ParleyError, type ReportId } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { requireReadable } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { findMessage } from '../messages/find-message'
import { tellReviewers } from './tell-reviewers'

/** Whoever may read a message may report it. A person's second report of it, while the first is open, is the first. */
export async function fileReport(
  services: Services,
  actor: Actor,
  { messageId, reason, note }: CommandInput<'moderation.report'>,
): Promise<CommandAnswer<'moderation.report'>> {
  const { store } = services
  const message = await findMessage(store.rows, actor, messageId)
  await requireReadable(store.rows, actor, message.channel_id)
  if (message.author_id === actor.userId) throw new ParleyError('forbidden', { action: 'report_oneself' })
  const about = { message_id: messageId, channel_id: message.channel_id, reporter_id: actor.userId }
  const report = await store.rows
    .insertInto('reports')
    .values({ id: uuidv7(), workspace_id: actor.workspaceId, ...about, reason, note, created_at: store.now() })
    // The reporter's last word counts.
    .onConflict((conflict) =>
      conflict.columns(['message_id', 'reporter_id']).where('closed_at', 'is', null).doUpdateSet({ reason, note }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tellReviewers(services, actor, message.channel_id)
  return { reportId: report.id as ReportId }
}
