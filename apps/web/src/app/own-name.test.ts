import type { User, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { namesOfPeople, ownName } from './own-name'

const person = (id: string, name: string, aliases: readonly string[] = [], isActive = true) =>
  ({ id: id as UserId, name, aliases, isActive }) as unknown as User

const first = person('1', 'Li Na', ['lina'])
const second = person('2', 'li na', ['LiNa', 'na.li'])
const third = person('3', 'Li Na')
const wei = person('4', '王伟', ['wei'])
const former = person('5', '王伟', [], false)
const known = namesOfPeople([first, second, third, wei, former])

it('is the name that nobody else who is here carries', () => {
  expect(ownName(wei, known)).toBe('王伟')
})

it('is another name of theirs where several carry the first, in any case', () => {
  expect(ownName(second, known)).toBe('na.li')
})

it('is none where others carry all of them', () => {
  expect(ownName(first, known)).toBeNull()
  expect(ownName(third, known)).toBeNull()
})
