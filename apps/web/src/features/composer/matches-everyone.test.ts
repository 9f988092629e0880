import { translate } from '@parley/locale'
import { findMentions, mentionPattern } from '@parley/protocol'
import { expect, it } from 'vitest'
import { matchesEveryone } from './matches-everyone'

it.each(['', 'ch', 'Here', '所', '全体', 'suo', 'syr'])('offers everybody for "%s"', (query) => {
  expect(matchesEveryone(query)).toBe(true)
})

it.each(['tom', '王', 'channels'])('does not offer everybody for "%s"', (query) => {
  expect(matchesEveryone(query)).toBe(false)
})

it.each(['zh', 'en'] as const)('completes to a word that calls everybody: %s', (language) => {
  const word = translate(language, 'web.composer.everyone')
  expect(findMentions(`@${word} hi`, mentionPattern([])).isForEveryone).toBe(true)
})
