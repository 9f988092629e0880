import { expect, it } from 'vitest'
import { isUndertaking } from './undertaking'

it.each([
  "I'll call Ana on Friday.",
  'I send you the price list tonight.',
  'On it, I will write to them.',
  '今晚八点以后我来切。',
  '价目表我今晚发你。',
  '那周一开门前我把页面发上去。',
])('takes "%s" for something taken on', (sentence) => {
  expect(isUndertaking(sentence)).toBe(true)
})

it.each([
  'I saw three tickets about it this morning',
  'We will see each other on Friday.',
  'Should I call Ana?',
  '周四上线',
  '我周二改的？',
  '他今晚发布',
])('takes "%s" for nothing taken on', (sentence) => {
  expect(isUndertaking(sentence)).toBe(false)
})
