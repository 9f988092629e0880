import { describe, expect, it } from 'vitest'
import { isQuestion } from './question'

describe('a question in form', () => {
  it.each([
    'have you seen the badge',
    'Have the slides been sent',
    'have suppliers been told',
    'do offices close early',
    'will it rain',
    'is Li Na in',
    'When is it due',
    'how I can book a room',
    '年假有几天',
    '這個系統是什麼',
  ])('is: %s', (text) => expect(isQuestion(text)).toBe(true))

  it.each([
    'Have fun',
    'Have fun at the fair!',
    'have lunch with us',
    'Have a look',
    'Will do',
    'Should be fine',
    'Do not deploy today',
    'Do it now',
    'When I get home, I will look',
    'Which means we wait',
    '周五前发给你',
  ])('is not: %s', (text) => expect(isQuestion(text)).toBe(false))
})
