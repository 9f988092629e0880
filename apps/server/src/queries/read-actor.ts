import { type Actor, actorOf } from '../actor'
import type { Database } from '../store/database'
import { asUser } from '../store/rows'

/** Somebody of the workspace, as the commands want them. */
export async function readActor(rows: Database, workspaceId: string, userId: string): Promise<Actor> {
  const row = await selectUsers(rows, workspaceId).where('id', '=', userId).executeTakeFirstOrThrow()
  return actorOf(asUser(row), workspaceId)
}

export async function readAssistant(rows: Database, workspaceId: string): Promise<Actor> {
  const row = await selectUsers(rows, workspaceId).where('kind', '=', 'assistant').executeTakeFirstOrThrow()
  return actorOf(asUser(row), workspaceId)
}

const selectUsers = (rows: Database, workspaceId: string) =>
  rows.selectFrom('users').selectAll().where('workspace_id', '=', workspaceId)
