import { expect, test } from 'vitest'
import { detectLanguage } from './language'

test.each([
  ['请 review 一下这个 PR', 'zh'],
  ['把 docker compose restart 一下', 'zh'],
  ['meeting 几点', 'zh'],
  ['OK好的', 'zh'],
  ['會議改到3pm', 'zh'],
  ['收到', 'zh'],
  ['王伟', 'zh'],
  ['我需要订购一本《Deep Learning with Python for Everybody》的书', 'zh'],
  ['`const total = items.map(price)` 报错了', 'zh'],
  ['见 https://example.com/a/very/long/path/with/english/words', 'zh'],
  ['Please add 人工智能基础 to the list', 'en'],
  ['Wang Wei (王伟) is on leave', 'en'],
  ['@王伟 please review', 'en'],
  ['order 《人工智能基础》', 'en'],
  ['hi', 'en'],
  ['LGTM', 'en'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})

test('text without words falls back, full-width punctuation is Chinese', () => {
  expect(detectLanguage('👍')).toBe('en')
  expect(detectLanguage('123', 'zh')).toBe('zh')
  expect(detectLanguage('？？')).toBe('zh')
  expect(detectLanguage('')).toBe('en')
})
