import { ParleyError, type UserGroup } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readGroups } from '../../store/user-groups'
import type { Write } from '../../store/write'

/** Says in the workspace's stream, which must be locked, what a group is now. */
export async function announceGroup({ rows, append }: Write, actor: Actor, groupId: string): Promise<UserGroup> {
  const [group] = await readGroups(rows, [groupId])
  if (!group) throw new ParleyError('not_found', { kind: 'group', id: groupId })
  append(actor.workspaceId, { type: 'group-saved', group })
  return group
}
