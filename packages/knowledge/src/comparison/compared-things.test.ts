import { expect, it } from 'vitest'
import { comparedThings, namesOfSecond } from './compared-things'

it.each([
  ['Skua 3 vs Mini', ['Skua 3', 'Mini']],
  ['What is the difference between the Skua 3 and the Skua Mini?', ['Skua 3', 'Skua Mini']],
  ['How does the Skua 3 differ from the Skua Mini?', ['Skua 3', 'Skua Mini']],
  ['Which is better, Petrel or Harbour?', ['Petrel', 'Harbour']],
  ['compare Petrel with Harbour', ['Petrel', 'Harbour']],
  ['海燕 5 和海燕 Mini 有什么区别？', ['海燕 5', '海燕 Mini']],
  ['Skua 3 和 Mini', ['Skua 3', 'Mini']],
  ['灯塔与排班系统的不同', ['灯塔', '排班系统']],
  ['Petrel 还是 Harbour？', ['Petrel', 'Harbour']],
  ['Petrel 跟 Harbour 哪个更好？', ['Petrel', 'Harbour']],
])('reads what is compared in “%s”', (question, things) => {
  expect(comparedThings(question)).toEqual(things)
})

it.each(['How long is the battery life?', '年假有几天？', 'battery test'])('compares nothing in “%s”', (question) => {
  expect(comparedThings(question)).toBeNull()
})

it('takes what the second leaves unsaid from the first', () => {
  expect(namesOfSecond('Skua 3', 'Mini')).toEqual(['Mini', 'Skua Mini'])
  expect(namesOfSecond('Petrel', 'Harbour')).toEqual(['Harbour'])
})
