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

test.each([
  ['mixedLanguages', '请把合同发给客户', ['请把contract发给客户', '请把合同发给client']],
  ['pinyin', '明天请假', ['mingtian请假', '明天qingjia']],
  ['homophone', '怎么请假', ['怎末请假', '怎么情假']],
] as const)('%s swaps one word for another', (name, text, expected) => {
  const random = createRandom(3)
  const written = new Set(Array.from({ length: 20 }, () => PERTURBATIONS[name](text, random)))
  expect([...written].toSorted()).toEqual(expected.toSorted())
})

test('quoted history and code stand around the text', () => {
  expect(PERTURBATIONS.quotedHistory('请假', createRandom(1))).toMatch(/^> .*\n\n请假$/s)
  expect(PERTURBATIONS.code('请假', createRandom(1))).toMatch(/^请假\n\n```.*```$/s)
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
