import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import type { Member } from './membership'

/** An active user of the actor's workspace. */
export async function findMember(rows: Database, actor: Actor, userId: string): Promise<Member> {
  const [member] = await findMembers(rows, actor, [userId])
  if (!member) throw new ParleyError('not_found', { kind: 'user', id: userId })
  return member
}

export async function findMembers(rows: Database, actor: Actor, userIds: readonly string[]): Promise<Member[]> {
  const found = await rows
    .selectFrom('users')
    .select(['id', 'kind', 'workspace_id'])
    .where('id', 'in', [...userIds])
    .where('workspace_id', '=', actor.workspaceId)
    .where('is_active', '=', true)
    .execute()
  return found.map((user) => ({ id: user.id, kind: user.kind, workspaceId: user.workspace_id }))
}

export async function findAssistant(rows: Database, workspaceId: string): Promise<Member> {
  const user = await rows
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'assistant')
    .executeTakeFirstOrThrow()
  return { id: user.id, kind: 'assistant', workspaceId }
}
