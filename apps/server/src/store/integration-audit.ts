import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import type { Database } from './database'

export interface Audited {
  readonly action: string
  readonly subjectId: string
  readonly subjectName: string
}

/** Notes who did what to a token, bot, webhook or slash command. Secrets have no place in it. */
export async function recordAudit(rows: Database, actor: Actor, at: Date, audited: Audited): Promise<void> {
  await rows
    .insertInto('integration_audit')
    .values({
      id: uuidv7(),
      workspace_id: actor.workspaceId,
      actor_id: actor.userId,
      action: audited.action,
      subject_id: audited.subjectId,
      subject_name: audited.subjectName,
      at,
    })
    .execute()
}
