import type { ChannelState, UserId } from '@parley/protocol'
import { readChannelStates } from '../../store/channel-states'
import { readThreadStates } from '../../store/thread-states'
import { readOpenTasks } from '../../store/visible-tasks'
import type { Write } from '../../store/write'

export interface Member {
  readonly id: string
  readonly kind: 'person' | 'assistant' | 'bot'
  readonly workspaceId: string
  /** Looks after the channel from the first moment. */
  readonly isModerator?: boolean
}

/**
 * Brings somebody into a channel and tells both the channel and them; nothing happens when they are in it already.
 * The channel's and the person's streams must be locked.
 */
export async function admit(write: Write, channelId: string, member: Member): Promise<ChannelState> {
  if (await insertMembership(write, channelId, member)) {
    write.append(channelId, {
      type: 'member-added',
      userId: member.id as UserId,
      isAssistant: member.kind === 'assistant',
    })
    const state = await stateOf(write, channelId, member)
    const tasks = await readOpenTasks(write.rows, [channelId])
    const threads = await readThreadStates(write.rows, member.id, [channelId])
    write.append(member.id, { type: 'channel-joined', state, tasks, threads })
    return state
  }
  return stateOf(write, channelId, member)
}

/** Takes somebody out, likewise. Answers whether they were in it. */
export async function dismiss(write: Write, channelId: string, member: Member): Promise<boolean> {
  const removed = await write.rows
    .deleteFrom('memberships')
    .where('channel_id', '=', channelId)
    .where('user_id', '=', member.id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  await countMembers(write, channelId, -1)
  write.append(channelId, {
    type: 'member-removed',
    userId: member.id as UserId,
    isAssistant: member.kind === 'assistant',
  })
  write.append(member.id, { type: 'channel-left', channelId: channelId as ChannelState['channel']['id'] })
  return true
}

/** What was said before somebody joined is not unread for them. */
async function insertMembership({ rows }: Write, channelId: string, member: Member): Promise<boolean> {
  const channel = await rows
    .selectFrom('channels')
    .select('last_message_number')
    .where('id', '=', channelId)
    .executeTakeFirstOrThrow()
  const inserted = await rows
    .insertInto('memberships')
    .values({
      channel_id: channelId,
      user_id: member.id,
      workspace_id: member.workspaceId,
      read_number: channel.last_message_number,
      is_moderator: member.isModerator ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false
  await countMembers({ rows }, channelId, 1)
  return true
}

async function countMembers({ rows }: Pick<Write, 'rows'>, channelId: string, change: 1 | -1): Promise<void> {
  await rows
    .updateTable('channels')
    .set((column) => ({ member_count: column('member_count', '+', change) }))
    .where('id', '=', channelId)
    .execute()
}

async function stateOf(write: Write, channelId: string, member: Member): Promise<ChannelState> {
  const [state] = await readChannelStates(write.rows, member.id, [channelId])
  if (!state) throw new Error(`no membership of ${member.id} in ${channelId}`)
  return { ...state, cursor: write.lastSeq(channelId) }
}
