import { translate } from '@parley/locale'
import { findMentions, mentionPattern } from '@parley/protocol'
import { expect, it } from 'vitest'
import { matchingCalls } from './matching-calls'

it.each(['ch', 'every', '所', '全体', 'suo', 'syr'])('offers everybody for "%s"', (query) => {
  expect(matchingCalls(query)).toEqual(['everyone'])
})

it.each(['Here', '在线', 'zaixian', 'zxcy'])('offers those who are there for "%s"', (query) => {
  expect(matchingCalls(query)).toEqual(['present'])
})

it('offers both before anything is typed, and neither for a name', () => {
  expect(matchingCalls('')).toEqual(['everyone', 'present'])
  for (const query of ['tom', '王', 'channels']) expect(matchingCalls(query)).toEqual([])
})

it.each(['zh', 'en'] as const)('completes to words that call whom they say: %s', (language) => {
  const called = (key: 'web.composer.everyone' | 'web.composer.present') =>
    findMentions(`@${translate(language, key)} hi`, mentionPattern([]))
  expect(called('web.composer.everyone')).toMatchObject({ isForEveryone: true, isForPresent: false })
  expect(called('web.composer.present')).toMatchObject({ isForEveryone: false, isForPresent: true })
})
