import { createRandom } from '@parley/nlu'
import { expect, test } from 'vitest'
import { PERTURBATIONS } from './perturb-text'

const text = '请把 project plan 发给大家'

test.each([
  ['fullWidth', '请把 ｐｒｏｊｅｃｔ ｐｌａｎ 发给大家'],
  ['traditional', '請把 project plan 發給大家'],
  ['upperCase', '请把 PROJECT PLAN 发给大家'],
  ['extraSpaces', ' 请把  project  plan  发给大家 '],
  ['missingSpace', '请把 projectplan 发给大家'],
] as const)('%s changes the writing only', (name, expected) => {
  const random = name === 'missingSpace' ? () => 0.5 : createRandom(1)
  expect(PERTURBATIONS[name](text, random)).toBe(expected)
})

test('a typo changes one letter or two of one word, and keeps its first and last place in the text', () => {
  const random = createRandom(2)
  const typed = Array.from({ length: 40 }, () => PERTURBATIONS.typo('please book a room', random))
  expect(new Set(typed).size).toBeGreaterThan(10)
  for (const result of typed) {
    const changed = result.split(' ').filter((word, at) => word !== 'please book a room'.split(' ')[at])
    expect(changed.length).toBeLessThanOrEqual(1)
    expect(Math.abs(result.length - 'please book a room'.length)).toBeLessThanOrEqual(1)
  }
})

test('a text in which there is nothing to change stays as it is', () => {
  expect(PERTURBATIONS.typo('请假', createRandom(1))).toBe('请假')
  expect(PERTURBATIONS.missingSpace('hello', createRandom(1))).toBe('hello')
})
