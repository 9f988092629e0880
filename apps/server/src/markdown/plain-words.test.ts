import { expect, test } from 'vitest'
import { plainWords } from './plain-words'

test.each([
  ['**we ship it** _today_', 'we ship it today'],
  ['**重要：**明天 ~~不~~发布', '重要：明天 不发布'],
  ['see [the rules](https://example.org/rules) now', 'see the rules now'],
  ['run `npm start` **now**', 'run npm start now'],
  ['a \\* b &amp; c', 'a * b & c'],
  ['2 * 3 * 4 is not bold', '2 * 3 * 4 is not bold'],
  ['# Plan\n\n- one\n- two', 'Plan one two'],
  ['| Book | Copies |\n|-|-|\n| Sea | twelve |', 'Book Copies Sea twelve'],
  ['```ts\nconst depth = 12\n```', 'const depth = 12'],
  ['![the pier](https://example.org/a.png)', 'the pier'],
  ['<b>raw</b>', '<b>raw</b>'],
  ['> **王伟** · [产品](https://example.org/c/1)\n>\n> 周五发布', '王伟 · 产品 周五发布'],
  ['first\nsecond line', 'first second line'],
])('%s reads as %s', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words)
})
