import type { User, UserId } from '@parley/protocol'
import { namesOfPeople, ownName } from '../../app/own-name'
import { CommandProblem, type Surroundings, sessionOf } from './command-call'

/** More are not listed: whoever reads them names one more exactly. */
const MOST_LISTED = 5

/**
 * The one person who goes by a name.
 * @throws CommandProblem where that is nobody, or several: nothing is done to whoever was not meant
 */
export function onlyOne(surroundings: Surroundings, name: string, ids: readonly UserId[]): UserId {
  const [id, ...others] = ids
  if (!id) throw new CommandProblem(surroundings.text('web.commands.noPerson', { name }))
  if (others.length > 0) throw severalProblem(surroundings, name, ids)
  return id
}

export function severalProblem(surroundings: Surroundings, name: string, ids: readonly UserId[]): CommandProblem {
  const listed = ids.slice(0, MOST_LISTED)
  return new CommandProblem(surroundings.text('web.commands.several', { name, names: tellApart(surroundings, listed) }))
}

/** People by what each of them alone is called: `Li Na (@lina)` where others are called Li Na. */
export function tellApart(surroundings: Surroundings, ids: readonly UserId[]): string {
  const { users } = sessionOf(surroundings)
  const known = namesOfPeople(users.values())
  const people = ids.flatMap((id) => users.get(id) ?? [])
  return people
    .map((user) => describe(user, surroundings.names.person(user), ownName(user, known)))
    .join(surroundings.text('web.direct.separator'))
}

function describe({ name, title }: User, shown: string, own: string | null): string {
  if (own === name) return shown
  // Who has no name of their own is told by what they do.
  const apart = own === null ? title : `@${own}`
  return apart ? `${shown} (${apart})` : shown
}
