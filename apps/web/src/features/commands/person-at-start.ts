import type { UserId } from '@parley/protocol'
import { type CommandCall, sessionOf } from './command-call'
import { findPeople } from './find-people'

export interface PersonAtStart {
  /** null: the words do not begin with an @. */
  readonly userId: UserId | null
  readonly rest: string
}

/** Whom words begin with; the longest name of all, for some have spaces in them. */
export async function personAtStart(call: CommandCall): Promise<PersonAtStart> {
  const { words } = call
  if (!/^[@＠]/.test(words)) return { userId: null, rest: words }
  const said = words.slice(1).toLowerCase()
  const [longest] = [...sessionOf(call).users.values()]
    .filter((user) => user.isActive)
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((called) => ({ id, called })))
    .filter(({ called }) => called !== '' && said.startsWith(called.toLowerCase()))
    .toSorted((one, other) => other.called.length - one.called.length)
  if (longest) return { userId: longest.id, rest: words.slice(longest.called.length + 1).trim() }
  const [word = ''] = words.split(/\s/, 1)
  const [userId = null] = await findPeople(word, call)
  return { userId, rest: words.slice(word.length).trim() }
}
