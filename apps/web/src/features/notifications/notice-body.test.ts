import type { FileInfo } from '@parley/protocol'
import { expect, test } from 'vitest'
import { noticeBody } from './notice-body'

test.each([
  ['**good** _news_', 'good news'],
  ['**重要：**明天 `npm start`', '重要：明天 npm start'],
  ['see [the rules](https://example.org)\n\n- one\n- two', 'see the rules one two'],
])('%s is told as %s', async (text, words) => {
  expect(await noticeBody({ text, files: [] })).toBe(words)
})

test('a long message is told as far as a notification shows, and ends in dots', async () => {
  const body = await noticeBody({ text: '潮'.repeat(900), files: [] })
  expect(body).toBe(`${'潮'.repeat(199)}…`)
})

test('a message without words is told by what its files are called', async () => {
  const files = [{ name: 'tide.pdf' }, { name: '潮汐.png' }] as unknown as readonly FileInfo[]
  expect(await noticeBody({ text: '', files: [...files] })).toBe('tide.pdf, 潮汐.png')
})
