import type { TextPattern } from '@parley/protocol'
import { expect, test } from 'vitest'
import { readPatterns, writePatterns } from './patterns-text'
import { readTerms, writeTerms } from './terms-text'

test('patterns are read as people write them, one a line', () => {
  expect(readPatterns(' 报销单号\n\nbook * room\n/BX-\\d+/\n"really?"\n/')).toEqual([
    { how: 'words', text: '报销单号' },
    { how: 'wildcard', text: 'book * room' },
    { how: 'regex', text: 'BX-\\d+' },
    { how: 'words', text: 'really?' },
    { how: 'words', text: '/' },
  ])
})

test('what patterns are written as is read as the same patterns', () => {
  const patterns: TextPattern[] = [
    { how: 'words', text: 'plain' },
    { how: 'words', text: 'what?' },
    { how: 'words', text: '/tmp/' },
    { how: 'words', text: '"quoted"' },
    { how: 'wildcard', text: 'a*b' },
    { how: 'regex', text: 'a|b' },
  ]
  expect(readPatterns(writePatterns(patterns))).toEqual(patterns)
})

test('terms have other names behind an equals sign, with commas of both languages', () => {
  const terms = [
    { term: 'Apollo', aliases: ['阿波罗', 'moon project', '登月'] },
    { term: '李宁', aliases: [] },
  ]
  expect(readTerms('Apollo = 阿波罗, moon project、登月\n\n 李宁 \n= nothing')).toEqual(terms)
  expect(readTerms(writeTerms(terms))).toEqual(terms)
})
