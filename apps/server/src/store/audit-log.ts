import type { AuditKind } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import type { Database } from './database'
import { jsonText } from './json-text'

/** What was done, and to whom or what; what is left out does not apply. Secrets have no place in it. */
export interface Audited {
  readonly kind: AuditKind
  readonly userId?: string
  readonly messageId?: string
  readonly channelId?: string
  readonly reportId?: string
  readonly reason?: string
  readonly until?: Date
  /** A token, bot, webhook, slash command, import or export; without an id what is there everywhere. */
  readonly subject?: { readonly id: string | null; readonly name: string }
  /** What was so before, for whoever takes it back. */
  readonly previous?: object
}

/** Who, when and why, in the transaction of the act itself: none happens without its entry. */
export async function recordAudit(rows: Database, actor: Actor, at: Date, audited: Audited): Promise<void> {
  await rows
    .insertInto('audit_log')
    .values({
      id: uuidv7(),
      workspace_id: actor.workspaceId,
      actor_id: actor.userId,
      kind: audited.kind,
      user_id: audited.userId ?? null,
      message_id: audited.messageId ?? null,
      channel_id: audited.channelId ?? null,
      report_id: audited.reportId ?? null,
      reason: audited.reason ?? '',
      until: audited.until ?? null,
      created_at: at,
      subject_id: audited.subject?.id ?? null,
      subject_name: audited.subject?.name ?? null,
      previous: audited.previous ? jsonText(audited.previous) : null,
    })
    .execute()
}
