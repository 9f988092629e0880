import { mentionPattern, type UserId } from '@parley/protocol'
import { type CommandCall, CommandProblem, sessionOf } from './command-call'
import { findPeople } from './find-people'

export interface PersonAtStart {
  /** null: the words do not begin with an @. */
  readonly userId: UserId | null
  readonly rest: string
}

/**
 * Whom words begin with; the longest name of all, for some have spaces in them.
 * @throws CommandProblem where that is nobody, or several
 */
export async function personAtStart(call: CommandCall): Promise<PersonAtStart> {
  const { words } = call
  if (!/^[@＠]/.test(words)) return { userId: null, rest: words }
  const named = namedAtStart(call)
  if (named) return named
  const [word = ''] = words.split(/\s/, 1)
  const [userId = null] = await findPeople(word, call)
  return { userId, rest: words.slice(word.length).trim() }
}

function namedAtStart(call: CommandCall): PersonAtStart | null {
  const { words, text, names } = call
  const people = [...sessionOf(call).users.values()].filter((user) => user.isActive)
  const { pattern, idsByName } = mentionPattern(people)
  const [first] = words.matchAll(pattern)
  const name = first?.index === 0 ? (first[1] ?? '') : ''
  const [userId, ...others] = idsByName.get(name.toLowerCase()) ?? []
  if (!userId) return null
  if (others.length === 0) return { userId, rest: words.slice(name.length + 1).trim() }
  const all = [userId, ...others].map(names.personById).join(', ')
  throw new CommandProblem(text('web.commands.several', { name, names: all }))
}
