import { isRoleAbove, ParleyError, type Role } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'
import type { ChannelTable } from '../store/schema'
import { isModerator } from './moderators'

export type ChannelRow = Selectable<ChannelTable>

/** Members may read and write a channel. */
export async function requireMembership(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  const channel = await findChannel(rows, actor, channelId)
  if (!(await isMember(rows, channelId, actor.userId))) throw new ParleyError('not_a_member', { channelId })
  return channel
}

/** Anybody but a guest may read a public channel; all others are for their members. */
export async function requireReadable(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  const channel = await findChannel(rows, actor, channelId)
  if (channel.kind === 'public' && actor.role !== 'guest') return channel
  if (!(await isMember(rows, channelId, actor.userId))) throw new ParleyError('not_a_member', { channelId })
  return channel
}

/**
 * Members bring others in, where the channel leaves that to them; administrators also into public channels that they
 * are not in. Direct channels are closed.
 */
export async function requireMayAdmit(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  const channel = await findChannel(rows, actor, channelId)
  if (channel.kind === 'direct') throw new ParleyError('forbidden', { action: 'add_to_direct' })
  if (channel.kind === 'public' && isAdministrator(actor)) return channel
  if (!(await isMember(rows, channelId, actor.userId))) throw new ParleyError('not_a_member', { channelId })
  const isAllowed = actor.role !== 'guest' && (await isHeeded(rows, actor, channel, 'who_may_invite'))
  if (!isAllowed) throw new ParleyError('forbidden', { action: 'add_member' })
  return channel
}

/**
 * People leave by themselves; every member takes the assistant out, and moderators others, but nobody of a higher role in
 * the workspace: whoever could put the moderator out of it answers to no channel.
 */
export async function requireMayDismiss(
  rows: Database,
  actor: Actor,
  channelId: string,
  user: { readonly id: string; readonly kind: string; readonly role: Role },
): Promise<ChannelRow> {
  const channel = await requireMembership(rows, actor, channelId)
  if (channel.kind === 'direct') throw new ParleyError('forbidden', { action: 'leave_direct' })
  const isAllowed =
    user.id === actor.userId ||
    user.kind === 'assistant' ||
    (!isRoleAbove(user.role, actor.role) && (await isModerator(rows, actor, channelId)))
  if (!isAllowed) throw new ParleyError('forbidden', { action: 'remove_member' })
  return channel
}

/** Moderators close a channel and open it again; direct channels stay open. */
export async function requireMayArchive(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  return requireModerator(rows, actor, channelId, 'archive_channel')
}

/** Moderators set the rules of a channel and ask others to help them; a direct channel has no moderators. */
export async function requireModerator(
  rows: Database,
  actor: Actor,
  channelId: string,
  action: string,
): Promise<ChannelRow> {
  const channel = await requireMembership(rows, actor, channelId)
  const isAllowed = channel.kind !== 'direct' && (await isModerator(rows, actor, channelId))
  if (!isAllowed) throw new ParleyError('forbidden', { action })
  return channel
}

/** What a channel leaves to its members, every member may; the rest is its moderators'. */
export async function isHeeded(
  rows: Database,
  actor: Actor,
  channel: ChannelRow,
  rule: 'who_may_pin' | 'who_may_invite' | 'who_may_call_everybody',
): Promise<boolean> {
  return channel[rule] === 'members' || isModerator(rows, actor, channel.id)
}

/** A public channel is open to everybody but guests. */
export async function requireMayJoin(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  const channel = await findChannel(rows, actor, channelId)
  if (channel.kind !== 'public') throw new ParleyError('not_found', { kind: 'channel', id: channelId })
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'join_channel' })
  return channel
}

export async function findChannel(rows: Database, actor: Actor, channelId: string): Promise<ChannelRow> {
  const channel = await rows
    .selectFrom('channels')
    .selectAll()
    .where('id', '=', channelId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!channel) throw new ParleyError('not_found', { kind: 'channel', id: channelId })
  return channel
}

export async function isMember(rows: Database, channelId: string, userId: string): Promise<boolean> {
  const membership = await rows
    .selectFrom('memberships')
    .select('user_id')
    .where('channel_id', '=', channelId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return membership !== undefined
}
