import { mentionPattern, type User, type UserId } from '@parley/protocol'
import { matchesPerson } from '../../app/name-match'
import { CommandProblem, type Surroundings, sessionOf } from './command-call'
import { onlyOne, severalProblem } from './only-one'

/**
 * Who is named: `@name` and `@group` in full, or anything that fits one person alone, such as `li-na` for 李娜.
 * @throws CommandProblem where a word names nobody, or several
 */
export async function findPeople(words: string, call: Surroundings): Promise<readonly UserId[]> {
  const { users, groups } = sessionOf(call)
  const people = [...users.values()].filter((user) => user.isActive)
  const { pattern, idsByName, groupsByHandle } = mentionPattern(people, groups.values())
  const named = [...words.matchAll(pattern)].flatMap(([, name = '']) => {
    const groupId = groupsByHandle.get(name.toLowerCase())
    const group = groupId && groups.get(groupId)
    return group ? group.memberIds : [onlyOne(call, name, idsByName.get(name.toLowerCase()) ?? [])]
  })
  const others = words.replaceAll(pattern, ' ').split(/[\s,，、;；]+/)
  const guessed: UserId[] = []
  for (const other of others) {
    const name = other.replace(/^[@＠]/, '')
    if (name !== '') guessed.push(await guessPerson(name, people, call))
  }
  return [...new Set([...named, ...guessed])]
}

async function guessPerson(name: string, people: readonly User[], call: Surroundings): Promise<UserId> {
  const { pinyinMatch } = await import('../../app/pinyin')
  const wanted = name.replaceAll(/[-_.]/g, ' ')
  const [first, ...more] = people.filter((user) => matchesPerson(user, wanted, pinyinMatch)).map(({ id }) => id)
  if (!first) throw new CommandProblem(call.text('web.commands.nobody', { name }))
  if (more.length > 0) throw severalProblem(call, name, [first, ...more])
  return first
}
