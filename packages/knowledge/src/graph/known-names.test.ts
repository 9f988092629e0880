import { describe, expect, test } from 'vitest'
import { personNamed } from './known-names'
import type { KnownPerson } from './relation'

const person = (name: string, ...aliases: string[]): KnownPerson => ({ id: name, name, aliases })
const PEOPLE = [
  person('Ann Lee', 'Ann'),
  person('Bob Lee', 'Bobby'),
  person('Bob Miller'),
  person('张小明'),
  person('Wang Wei'),
  person('李娜'),
]

describe('the one of the directory who is called so', () => {
  test.each([
    ['Ann Lee', 'Ann Lee'],
    ['ann', 'Ann Lee'],
    ['Bobby’s', 'Bob Lee'],
    ['小明', '张小明'],
    ['王伟', 'Wang Wei'],
    ['Li Na', '李娜'],
    ['Bob', undefined],
    ['Lee', undefined],
    ['Zoe', undefined],
  ])('%s is %s', (name, expected) => {
    expect(personNamed(name, PEOPLE)?.name).toBe(expected)
  })

  test('is found without going through everybody for each name', () => {
    let asked = 0
    const people = Array.from({ length: 2_000 }, (_, at): KnownPerson => {
      const name = `Person${at} Smith`
      return {
        id: name,
        name,
        get aliases() {
          asked += 1
          return []
        },
      }
    })
    for (let at = 0; at < 100; at++) expect(personNamed(`Person${at}`, people)?.id).toBe(`Person${at} Smith`)
    expect(asked).toBe(people.length)
  })
})
