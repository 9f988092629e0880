import { expect, it } from 'vitest'
import { isOpenQuestion } from './open-question'

it.each([
  'How many days may I carry over?',
  'does anybody know how much a hotel in Berlin may cost?',
  'Do you know where lost badges are replaced?',
  '年假最多可以结转几天？',
  '有人知道会议室最早能提前多久预订吗？',
])('asks a group something that documents could say: %s', (text) => {
  expect(isOpenQuestion(text, ['question'])).toBe(true)
  expect(isOpenQuestion(text, null)).toBe(true)
})

it.each([
  'Can you send me the slides?',
  'Shall we have lunch?',
  'What do you think of the draft?',
  'How are you?',
  'The report is done.',
  '你有空吗？',
  '你觉得这个方案怎么样？',
  '能帮我看一下这个吗？',
  '谁？',
  'Why?',
])('asks for a deed, an opinion, or nothing: %s', (text) => {
  expect(isOpenQuestion(text, ['question'])).toBe(false)
})

it('is none where the message was read as doing something else', () => {
  expect(isOpenQuestion('Where is the fire extinguisher?', ['request'])).toBe(false)
  expect(isOpenQuestion(`${'We went there and back. '.repeat(20)}Where is it?`, null)).toBe(false)
})
