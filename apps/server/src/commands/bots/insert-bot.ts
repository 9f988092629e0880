import type { User } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Write } from '../../store/write'
import { refuseNameOfAssistant } from '../groups/refuse-taken-handle'
import { insertUser } from '../users/insert-user'

export interface NewBot {
  readonly name: string
  readonly description: string
}

/**
 * A bot of the actor's, in no channel yet. The workspace's stream must be locked.
 *
 * @throws ParleyError `handle_taken`: it would be taken for the assistant.
 */
export async function insertBot(write: Write, actor: Actor, { name, description }: NewBot): Promise<User> {
  await refuseNameOfAssistant(write.rows, actor.workspaceId, name)
  const user = await insertUser(write, {
    id: uuidv7(),
    workspaceId: actor.workspaceId,
    name,
    email: null,
    passwordHash: null,
    role: 'member',
    kind: 'bot',
    aliases: [],
    language: actor.language,
    timeZone: actor.timeZone,
  })
  await write.rows
    .insertInto('bots')
    .values({ user_id: user.id, workspace_id: actor.workspaceId, owner_id: actor.userId, description })
    .execute()
  return user
}
