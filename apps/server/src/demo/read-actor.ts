import type { Actor } from '../actor'
import type { Services } from '../services'

/** Somebody of the workspace, as the commands want them. */
export async function readActor({ store }: Services, workspaceId: string, userId: string): Promise<Actor> {
  const row = await store.rows
    .selectFrom('users')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const { name, role, kind, language } = row
  return { userId, workspaceId, sessionId: '', name, role, kind, language, timeZone: row.time_zone }
}
