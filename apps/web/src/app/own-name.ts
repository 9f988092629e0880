import { type Mentionable, type MentionPattern, mentionPattern, type User, type UserId } from '@parley/protocol'

type IdsByName = MentionPattern['idsByName']

/** Who goes by which name among the people who can be named. */
export const namesOfPeople = (users: Iterable<User>): IdsByName =>
  mentionPattern([...users].filter((user) => user.isActive)).idsByName

/** What calls this person and nobody else: their name, or another name of theirs where several carry it; null: nothing does. */
export function ownName({ id, name, aliases }: Mentionable, idsByName: IdsByName): string | null {
  return [name, ...aliases].find((it) => isOnly(idsByName.get(it.trim().toLowerCase()), id)) ?? null
}

const isOnly = (ids: readonly UserId[] | undefined, id: UserId) => ids?.length === 1 && ids[0] === id
