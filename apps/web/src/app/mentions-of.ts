import { type MentionPattern, mentionPattern, type User, type UserId } from '@parley/protocol'

const patterns = new WeakMap<ReadonlyMap<UserId, User>, MentionPattern>()

/** What counts as a mention among these people. Every message asks, so it is made once for each state of the people. */
export function mentionsOf(users: ReadonlyMap<UserId, User>): MentionPattern {
  const known = patterns.get(users)
  if (known) return known
  const made = mentionPattern(users.values())
  patterns.set(users, made)
  return made
}
