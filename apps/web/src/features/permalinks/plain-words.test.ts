import { expect, it } from 'vitest'
import { plainWords } from './plain-words'

it.each([
  ['> **王伟** · [产品](https://example.org/c/1)\n>\n> 周五发布', '王伟 · 产品\n周五发布'],
  ['run `npm start` **now**', 'run npm start now'],
  ['# Title\n```sh\nls\n```', 'Title\nls'],
  ['2 * 3 * 4 is not bold', '2 * 3 * 4 is not bold'],
])('%s reads as %s', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words)
})
