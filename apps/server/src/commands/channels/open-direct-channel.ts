import { type ChannelState, type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readChannelStates } from '../../store/channel-states'
import { refuseDuplicate } from '../../store/unique'
import type { Write } from '../../store/write'
import { findMembers } from './find-member'
import { admit, type Member } from './membership'

class OpenedMeanwhile extends Error {}

/** There is one direct channel a group of people, however often and by however many it is opened. */
export async function openDirectChannel(
  services: Services,
  actor: Actor,
  input: CommandInput<'channels.openDirect'>,
): Promise<CommandAnswer<'channels.openDirect'>> {
  const userIds = [...new Set([actor.userId, ...input.userIds])].sort()
  const directKey = userIds.join(',')
  const existing = await findDirect(services, actor, directKey)
  if (existing) {
    const state = existing.state ?? (await enter(services, actor, userIds, existing.id))
    return { channel: state.channel, state }
  }
  try {
    const state = await refuseDuplicate(
      'channels_direct',
      () => new OpenedMeanwhile(),
      () => create(services, actor, userIds, directKey),
    )
    return { channel: state.channel, state }
  } catch (error) {
    if (error instanceof OpenedMeanwhile) return openDirectChannel(services, actor, input)
    throw error
  }
}

interface Existing {
  readonly id: string
  /** Undefined while nobody has been brought in. */
  readonly state: ChannelState | undefined
}

function findDirect({ store }: Services, actor: Actor, directKey: string): Promise<Existing | undefined> {
  return store.snapshot(async (rows) => {
    const channel = await rows
      .selectFrom('channels')
      .select('id')
      .where('workspace_id', '=', actor.workspaceId)
      .where('direct_key', '=', directKey)
      .executeTakeFirst()
    if (!channel) return undefined
    const [state] = await readChannelStates(rows, actor.userId, [channel.id])
    return { id: channel.id, state }
  })
}

async function create({ store }: Services, actor: Actor, userIds: readonly string[], directKey: string) {
  const members = await findMembers(store.rows, actor, userIds)
  const missing = userIds.find((id) => !members.some((member) => member.id === id))
  if (missing) throw new ParleyError('not_found', { kind: 'user', id: missing })
  const channelId = uuidv7()
  return store.write(actor.workspaceId, userIds, async (write) => {
    await write.createStream(channelId, 'channel')
    await write.rows
      .insertInto('channels')
      .values({
        id: channelId,
        workspace_id: actor.workspaceId,
        name: '',
        kind: 'direct',
        direct_key: directKey,
        created_by: actor.userId,
      })
      .execute()
    return bringIn(write, actor, channelId, members)
  })
}

/** An import makes the channel, and brings its people in when its history is there: who opens it before need not wait. */
async function enter({ store }: Services, actor: Actor, userIds: readonly string[], channelId: string) {
  const members = await findMembers(store.rows, actor, userIds)
  const streams = [channelId, actor.userId, ...members.map(({ id }) => id)]
  return store.write(actor.workspaceId, streams, (write) => bringIn(write, actor, channelId, members))
}

/** The opener last: their answer is true for everybody's joining. */
async function bringIn(write: Write, actor: Actor, channelId: string, members: readonly Member[]) {
  for (const member of members) if (member.id !== actor.userId) await admit(write, channelId, member)
  return admit(write, channelId, { id: actor.userId, kind: actor.kind, workspaceId: actor.workspaceId })
}
