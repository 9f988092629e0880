import { expect, it } from 'vitest'
import { isDecision, isQuestion, isSmallTalk } from './speech-acts'

it.each([
  'We have decided to rebuild the checkout first.',
  'Decision: we publish on Monday',
  "Ok, let's go with the blue one.",
  "We'll go with Hetzner.",
  '那我们决定先重做结账页面。',
  '最终敲定：周五发布',
  '那就定在周三下午三点',
  '大家一致同意推迟一周',
  '就这么定了',
])('takes "%s" for a decision', (sentence) => {
  expect(isDecision(sentence)).toBe(true)
})

it.each([
  'We have not decided yet.',
  "We can't say what is decided before summer.",
  'Have we decided on a date?',
  'Before we decided anything, it rained.',
  'It is a hard decision.',
  '还没决定用哪个方案',
  '我们决定了吗？',
  '这个决定很难',
])('takes "%s" for no decision', (sentence) => {
  expect(isDecision(sentence)).toBe(false)
})

it.each(['Who comes?', '谁来？', '周五能交吗', '(right?)'])('takes "%s" for a question', (sentence) => {
  expect(isQuestion(sentence)).toBe(true)
})

it.each([
  'Thanks',
  'Thanks, Maria!',
  'Thank you so much for the help',
  'ok',
  '👍 ok',
  'OK, thanks 🎉',
  'Yes, sure',
  'No problem',
  'Good morning everyone',
  '好的',
  '好的，谢谢',
  '收到',
  '哈哈哈哈',
  '谢谢大家',
  '谢谢王伟',
  '早上好！',
  '早',
  '辛苦了',
  '是的，没问题',
])('hears nothing said in "%s"', (sentence) => {
  expect(isSmallTalk(sentence)).toBe(true)
})

it.each([
  'Sure, the pictures come on Thursday and the texts on Friday.',
  'No we ship on Friday',
  'Yes the budget doubled',
  '可以，广告周五之前改期不收费。',
  '可以定在周三',
  '早上九点开会',
  '对方已付款',
  '行政部已批准',
  '好评率涨了',
])('hears something said in "%s"', (sentence) => {
  expect(isSmallTalk(sentence)).toBe(false)
})

it('is quick with what is long and says nothing', () => {
  const startedAt = performance.now()
  isSmallTalk(`${'哈'.repeat(120)}x`)
  isSmallTalk(`${'好的'.repeat(60)}x`)
  isSmallTalk(`${'ok, '.repeat(60)}x!`)
  expect(performance.now() - startedAt).toBeLessThan(200)
})
