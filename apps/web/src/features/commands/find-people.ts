import { findMentions, mentionPattern, type User, type UserId } from '@parley/protocol'
import { matchesPerson } from '../../app/name-match'
import { CommandProblem, type Surroundings, sessionOf } from './command-call'

/**
 * Who is named: `@name` and `@group` in full, or anything that fits one person alone, such as `li-na` for 李娜.
 * @throws CommandProblem where a word names nobody, or several
 */
export async function findPeople(words: string, call: Surroundings): Promise<readonly UserId[]> {
  const { users, groups } = sessionOf(call)
  const people = [...users.values()].filter((user) => user.isActive)
  const pattern = mentionPattern(people, groups.values())
  const { userIds, groupIds } = findMentions(words, pattern)
  const ofGroups = groupIds.flatMap((id) => groups.get(id)?.memberIds ?? [])
  const others = words.replaceAll(pattern.pattern, ' ').split(/[\s,，、;；]+/)
  const guessed: UserId[] = []
  for (const other of others) {
    const name = other.replace(/^[@＠]/, '')
    if (name !== '') guessed.push(await guessPerson(name, people, call))
  }
  return [...new Set([...userIds, ...ofGroups, ...guessed])]
}

async function guessPerson(name: string, people: readonly User[], { text, names }: Surroundings): Promise<UserId> {
  const { pinyinMatch } = await import('../../app/pinyin')
  const wanted = name.replaceAll(/[-_.]/g, ' ')
  const [first, ...more] = people.filter((user) => matchesPerson(user, wanted, pinyinMatch))
  if (!first) throw new CommandProblem(text('web.commands.nobody', { name }))
  if (more.length === 0) return first.id
  const all = [first, ...more].slice(0, 5).map(names.person).join(', ')
  throw new CommandProblem(text('web.commands.several', { name, names: all }))
}
