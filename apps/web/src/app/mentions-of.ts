import {
  type MentionPattern,
  mentionPattern,
  type User,
  type UserGroup,
  type UserGroupId,
  type UserId,
} from '@parley/protocol'

type Users = ReadonlyMap<UserId, User>
type Groups = ReadonlyMap<UserGroupId, UserGroup>

const patterns = new WeakMap<Users, { readonly groups: Groups; readonly pattern: MentionPattern }>()

/** What counts as a mention among these people and groups. Every message asks, so it is made once for each state of them. */
export function mentionsOf(users: Users, groups: Groups): MentionPattern {
  const known = patterns.get(users)
  if (known?.groups === groups) return known.pattern
  const pattern = mentionPattern(users.values(), groups.values())
  patterns.set(users, { groups, pattern })
  return pattern
}
