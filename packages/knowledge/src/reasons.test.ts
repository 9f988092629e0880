import { describe, expect, it } from 'vitest'
import { givesReason, restates } from './reasons'

describe('a reason', () => {
  it.each([
    'The relay retries because the bank drops the first call.',
    'It waits so that nobody is woken.',
    'We left them since they missed every deadline.',
    'The relay retries twice: the bank drops the first call.',
    '银行会丢掉第一次请求，所以要重试。',
    '为了不打扰客户，晚上不发通知。',
    '為了便於管理，倉庫分成兩層。',
    '为降低噪音，水泵晚上停机。',
  ])('is given by: %s', (text) => expect(givesReason(text)).toBe(true))

  it.each([
    'I maintain the relay, I wrote its retry code.',
    'Phones crash since 5.2.',
    'The office has been open since Monday.',
    '支付网关由李娜维护。',
  ])('is not given by: %s', (text) => expect(givesReason(text)).toBe(false))

  it.each([
    ['The payment gateway retries twice.', 'Why does the payment gateway retry twice?'],
    ['支付网关会重试两次。', '支付网关为什么重试两次？'],
    ['Nothing is released on Fridays or on the day before a public holiday.', 'Why is nothing released on Fridays?'],
  ])('is missing where the matter is only said again: %s', (text, question) => {
    expect(restates(text, question)).toBe(true)
  })

  it.each([
    ['Their map could not guarantee updates every day.', 'Why was Geolane not chosen?'],
    ['支付网关第一次请求会被银行丢掉。', '支付网关为什么重试两次？'],
  ])('may be any words that add something: %s', (text, question) => {
    expect(restates(text, question)).toBe(false)
  })
})
