import { describe, expect, test } from 'vitest'
import { indexPeople, personNamed } from './known-names'
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
    ['Xiaoming', '张小明'],
    ['王伟负责', undefined],
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

  test('is looked up, not compared with everybody, in either script; a directory is made ready some people at a time', () => {
    let asked = 0
    const han = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗伟娜静敏丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英']
    const people = Array.from({ length: 2_000 }, (_, at): KnownPerson => {
      const name = at % 2 ? `Person${at} Smith` : `${han[at % 20]}${han[20 + (at % 23)]}${han[20 + (at % 19)]}`
      return {
        id: name,
        aliases: [],
        get name() {
          asked += 1
          return name
        },
      }
    })
    expect([...indexPeople(people)]).toHaveLength(10)
    asked = 0
    for (const name of ['账本服务', 'ledger service', '王老板', 'Bo Qiu'])
      expect(personNamed(name, people)).toBeUndefined()
    expect(asked).toBe(0)
  })
})
