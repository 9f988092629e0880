import { type MentionPattern, mentionPattern, type UserId } from '@parley/protocol'
import { type CommandCall, sessionOf } from './command-call'
import { findPeople } from './find-people'
import { onlyOne } from './only-one'

/** A person who is named in words, and where. */
export interface NamedPerson {
  readonly userId: UserId
  readonly start: number
  readonly end: number
}

/** Addresses, paths and code have an @ that names nobody. */
const AT = /(?<![\p{Script=Latin}\p{N}._/`-])[@＠]/gu
const WORD = /^[@＠][\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?(?![\p{L}\p{N}/])/u

/**
 * Whom words name with an @, one after the other: in full, the longest name of all, for some have spaces in them, or by
 * what fits one person alone.
 * @throws CommandProblem where a name is nobody's, or that of several
 */
export async function* namesIn(call: CommandCall): AsyncGenerator<NamedPerson> {
  const { users, groups } = sessionOf(call)
  const people = [...users.values()].filter((user) => user.isActive)
  const known = mentionPattern(people, groups.values())
  for (const { index } of call.words.matchAll(AT)) {
    const named = await nameAt(call, known, index)
    if (named) yield named
  }
}

async function nameAt(call: CommandCall, { pattern, idsByName }: MentionPattern, start: number) {
  const rest = call.words.slice(start)
  const [found] = rest.matchAll(pattern)
  if (found?.index === 0) {
    const [whole, name = ''] = found
    return { userId: onlyOne(call, name, idsByName.get(name.toLowerCase()) ?? []), start, end: start + whole.length }
  }
  const [word] = WORD.exec(rest) ?? []
  const [userId] = word ? await findPeople(word, call) : []
  return word && userId ? { userId, start, end: start + word.length } : null
}
