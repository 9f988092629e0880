import { ParleyError, type Role } from '@parley/protocol'
import type { Actor } from '../../actor'
import { selectVisiblePeople } from '../../policies/visible-people'
import type { Database } from '../../store/database'
import type { Member } from './membership'

interface FoundMember extends Member {
  readonly role: Role
}

/** An active user whom the actor may know of. */
export async function findMember(rows: Database, actor: Actor, userId: string): Promise<FoundMember> {
  const [member] = await findMembers(rows, actor, [userId])
  if (!member) throw new ParleyError('not_found', { kind: 'user', id: userId })
  return member
}

export async function findMembers(rows: Database, actor: Actor, userIds: readonly string[]): Promise<FoundMember[]> {
  const found = await selectVisiblePeople(rows, actor)
    .where('users.id', 'in', [...userIds])
    .where('users.is_active', '=', true)
    .execute()
  return found.map((user) => ({ id: user.id, kind: user.kind, role: user.role, workspaceId: user.workspace_id }))
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
