import type { Reaction, UserId } from '@parley/protocol'

/** What the reader has just clicked and the server has not told yet: emoji → whether it is to be there. */
export type PendingReactions = ReadonlyMap<string, boolean>

export const nothingPending: PendingReactions = new Map()

/** The reactions as they will be. Ones that are new stand at the end until the server has put them in their place. */
export function withPending(
  reactions: readonly Reaction[],
  pending: PendingReactions,
  myId: UserId,
): readonly Reaction[] {
  if (pending.size === 0) return reactions
  const known = new Set(reactions.map(({ emoji }) => emoji))
  const fresh = [...pending].filter(([emoji, isAdded]) => isAdded && !known.has(emoji))
  const changed = reactions.map(({ emoji, userIds }) => ({
    emoji,
    userIds: withMine(userIds, pending.get(emoji), myId),
  }))
  return [...changed, ...fresh.map(([emoji]) => ({ emoji, userIds: [myId] }))].filter(
    ({ userIds }) => userIds.length > 0,
  )
}

function withMine(userIds: readonly UserId[], isAdded: boolean | undefined, myId: UserId): UserId[] {
  if (isAdded === undefined || isAdded === userIds.includes(myId)) return [...userIds]
  return isAdded ? [...userIds, myId] : userIds.filter((id) => id !== myId)
}

/** What is left to wait for once the server has told these reactions. */
export function stillPending(
  pending: PendingReactions,
  reactions: readonly Reaction[],
  myId: UserId,
): PendingReactions {
  const left = [...pending].filter(([emoji, isAdded]) => isAdded !== hasMine(reactions, emoji, myId))
  return left.length === pending.size ? pending : new Map(left)
}

export const hasMine = (reactions: readonly Reaction[], emoji: string, myId: UserId): boolean =>
  reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(myId))
