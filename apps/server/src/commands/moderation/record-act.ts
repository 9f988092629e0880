import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { ModerationActTable } from '../../store/schema'
import type { Write } from '../../store/write'

/** What was done, and to whom; what is left out does not apply. */
export interface Act {
  readonly kind: ModerationActTable['kind']
  readonly userId?: string
  readonly messageId?: string
  readonly channelId?: string
  readonly reportId?: string
  readonly reason?: string
  readonly until?: Date
}

/** Who, when and why, in the transaction of the act itself: none happens without its entry. */
export async function recordAct({ rows }: Pick<Write, 'rows'>, at: Date, actor: Actor, act: Act): Promise<void> {
  await rows
    .insertInto('moderation_acts')
    .values({
      id: uuidv7(),
      workspace_id: actor.workspaceId,
      actor_id: actor.userId,
      kind: act.kind,
      user_id: act.userId ?? null,
      message_id: act.messageId ?? null,
      channel_id: act.channelId ?? null,
      report_id: act.reportId ?? null,
      reason: act.reason ?? '',
      until: act.until ?? null,
      created_at: at,
    })
    .execute()
}
