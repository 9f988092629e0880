import { expect, it } from 'vitest'
import { commonWords } from './common-words'
import { createSpeltWords } from './spelt-words'

const examples = [
  '明天天气怎么样',
  '今天天气好吗',
  '打开音乐',
  '放一首音乐',
  '我的手机在哪里',
  '收集意见',
  '会议室在哪里',
  '订会议室',
]
const meant = createSpeltWords(examples, (letters) => commonWords().has(letters))

it.each([
  ['明天tianqi怎么样', '明天天气怎么样'],
  ['打开 yinyue 吧', '打开 音乐 吧'],
  ['订一间huiyishi', '订一间会议室'],
])('%s is read as %s', (written, expected) => {
  expect(meant(written)).toBe(expected)
})

it.each([
  ['tianqi', 'nothing around it is Chinese'],
  ['帮我change一下', 'it is an English word'],
  ['找一下Tianqi', 'a capital says that it is a name'],
  ['发到 tianqi@example.com', 'it is part of an address'],
  ['看一下 shouji', 'two words are read so'],
  ['看一下 mingtian', 'one example alone has it'],
  ['重启 kubernetes', 'nobody reads it so'],
])('%s stays: %s', (text) => {
  expect(meant(text)).toBe(text)
})
