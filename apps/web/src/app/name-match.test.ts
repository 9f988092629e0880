import { expect, it } from 'vitest'
import { matchesName, noPinyin } from './name-match'
import { pinyinMatch } from './pinyin'

it.each([
  ['王伟', 'wangwei'],
  ['王伟', 'ww'],
  ['王伟', 'wang w'],
  ['版本发布', 'bbfb'],
  ['王伟', '伟'],
  ['Tom Baker', 'bak'],
  ['anything', ''],
])('finds %s by "%s"', (name, query) => {
  expect(matchesName(name, query, pinyinMatch)).toBe(true)
})

it.each([
  ['王伟', 'li'],
  ['王伟', '娜'],
  ['Tom Baker', 'tim'],
])('does not find %s by "%s"', (name, query) => {
  expect(matchesName(name, query, pinyinMatch)).toBe(false)
})

it('finds by the characters alone while the pinyin dictionary is not here', () => {
  expect(matchesName('王伟', 'ww', noPinyin)).toBe(false)
  expect(matchesName('王伟', '王', noPinyin)).toBe(true)
})
