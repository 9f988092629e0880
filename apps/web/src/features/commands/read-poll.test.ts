import { expect, it } from 'vitest'
import { readPoll } from './read-poll'

it.each([
  ['"Where?" "Harbour" "Town hall"', { question: 'Where?', options: ['Harbour', 'Town hall'] }],
  ['“去哪儿？” “海港” “市政厅”', { question: '去哪儿？', options: ['海港', '市政厅'] }],
  ['「去哪儿？」「海港」「市政厅」', { question: '去哪儿？', options: ['海港', '市政厅'] }],
  ['Where?\n- Harbour\n- Town hall', { question: 'Where?', options: ['Harbour', 'Town hall'] }],
  ['Where do we meet?', { question: 'Where do we meet?', options: [] }],
  ['"Where?" "here" "here"', { question: 'Where?', options: ['here'] }],
  ['', { question: '', options: [] }],
])('reads question and options of %s', (words, expected) => {
  expect(readPoll(words)).toEqual(expected)
})
