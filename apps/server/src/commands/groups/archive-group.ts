import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { refuseDuplicate } from '../../store/unique'
import { announceGroup } from './announce-group'
import { refuseHandleOfPerson } from './refuse-taken-handle'

/** Put away, a group calls nobody, and its handle is free; it comes back when the handle still is. */
export function archiveGroup(
  { store }: Services,
  actor: Actor,
  { groupId, isArchived }: CommandInput<'groups.archive'>,
): Promise<CommandAnswer<'groups.archive'>> {
  return refuseDuplicate(
    'user_groups_handle',
    () => new ParleyError('handle_taken'),
    () =>
      store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
        const group = await write.rows
          .updateTable('user_groups')
          .set({ archived_at: isArchived ? store.now() : null })
          .where('id', '=', groupId)
          .where('workspace_id', '=', actor.workspaceId)
          .returning('handle')
          .executeTakeFirst()
        if (!group) throw new ParleyError('not_found', { kind: 'group', id: groupId })
        if (!isArchived) await refuseHandleOfPerson(write.rows, actor.workspaceId, group.handle)
        return { group: await announceGroup(write, actor, groupId) }
      }),
  )
}
