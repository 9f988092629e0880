import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { refuseDuplicate } from '../../store/unique'
import type { Write } from '../../store/write'
import { findMembers } from '../channels/find-member'
import { announceGroup } from './announce-group'
import { refuseHandleOfPerson } from './refuse-taken-handle'

type Input = CommandInput<'groups.save'>

/** Administrators make groups and change them; everybody but guests hears of it. */
export function saveGroup({ store }: Services, actor: Actor, input: Input): Promise<CommandAnswer<'groups.save'>> {
  return refuseDuplicate(
    'user_groups_handle',
    () => new ParleyError('handle_taken', { handle: input.handle }),
    () =>
      store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
        if (input.handle) await refuseHandleOfPerson(write.rows, actor.workspaceId, input.handle)
        const groupId = input.groupId ? await change(write.rows, actor, input) : await create(write.rows, actor, input)
        if (input.memberIds) await replaceMembers(write, actor, groupId, input.memberIds)
        return { group: await announceGroup(write, actor, groupId) }
      }),
  )
}

async function create(rows: Database, actor: Actor, { handle, name, description }: Input): Promise<string> {
  if (handle === undefined || name === undefined) {
    throw new ParleyError('invalid_request', { field: handle === undefined ? 'handle' : 'name' })
  }
  const [id, workspace_id] = [uuidv7(), actor.workspaceId]
  const values = { id, workspace_id, handle, name: name.trim(), created_by: actor.userId }
  await rows
    .insertInto('user_groups')
    .values({ ...values, ...(description !== undefined && { description }) })
    .execute()
  return id
}

async function change(rows: Database, actor: Actor, { groupId = '', handle, name, description }: Input) {
  const changes = {
    ...(handle !== undefined && { handle }),
    ...(name !== undefined && { name: name.trim() }),
    ...(description !== undefined && { description }),
  }
  const group = rows.updateTable('user_groups').where('id', '=', groupId).where('workspace_id', '=', actor.workspaceId)
  // A change of members alone changes no column; the group has to be there all the same.
  const changed = await group.set((column) => ({ created_by: column.ref('created_by'), ...changes })).executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new ParleyError('not_found', { kind: 'group', id: groupId })
  return groupId
}

async function replaceMembers({ rows }: Write, actor: Actor, groupId: string, memberIds: readonly string[]) {
  const wanted = [...new Set(memberIds)]
  const members = wanted.length === 0 ? [] : await findMembers(rows, actor, wanted)
  const people = members.filter(({ kind }) => kind !== 'assistant')
  const missing = wanted.find((id) => !people.some((person) => person.id === id))
  if (missing) throw new ParleyError('not_found', { kind: 'user', id: missing })
  await rows.deleteFrom('user_group_members').where('group_id', '=', groupId).execute()
  if (people.length === 0) return
  const row = { group_id: groupId, workspace_id: actor.workspaceId }
  await rows
    .insertInto('user_group_members')
    .values(people.map(({ id }) => ({ ...row, user_id: id })))
    .execute()
}
