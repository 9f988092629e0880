import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { hashPassword } from '../../passwords'
import type { Services } from '../../services'
import { refuseDuplicate } from '../../store/unique'
import { admit } from '../channels/membership'
import { refuseTakenNames } from '../groups/refuse-taken-handle'
import { claimImported } from './claim-imported'
import { insertUser } from './insert-user'
import { knownTimeZone } from './time-zone'

/** Adds a person, who joins the default channels. Only the owner makes administrators. */
export async function createUser(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'users.create'>,
): Promise<CommandAnswer<'users.create'>> {
  if (input.role === 'administrator' && actor.role !== 'owner') {
    throw new ParleyError('forbidden', { action: 'create_administrator' })
  }
  const passwordHash = await hashPassword(input.password)
  const workspaceId = actor.workspaceId
  const user = {
    id: uuidv7(),
    workspaceId,
    passwordHash,
    kind: 'person' as const,
    name: input.name,
    email: input.email,
    role: input.role,
    aliases: input.aliases,
    language: input.language ?? actor.language,
    timeZone: knownTimeZone(input.timeZone, actor.timeZone),
  }
  const channelIds = input.role === 'guest' ? [] : await defaultChannelIds(store.rows, workspaceId)
  const claimed = await claimImported(store, user, channelIds)
  if (claimed) return { user: claimed }
  return refuseDuplicate(
    'users_email',
    () => new ParleyError('email_taken', { email: input.email }),
    () =>
      store.write(workspaceId, [workspaceId, ...channelIds], async (write) => {
        await refuseTakenNames(write.rows, workspaceId, [user.name, ...user.aliases])
        const saved = await insertUser(write, user)
        for (const channelId of channelIds) await admit(write, channelId, user)
        return { user: saved }
      }),
  )
}

async function defaultChannelIds(rows: Services['store']['rows'], workspaceId: string): Promise<string[]> {
  const found = await rows
    .selectFrom('channels')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('is_default', '=', true)
    .where('archived_at', 'is', null)
    .execute()
  return found.map((channel) => channel.id)
}
