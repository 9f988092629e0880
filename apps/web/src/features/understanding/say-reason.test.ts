import { beforeAll, expect, it } from 'vitest'
import { loadTexts, withTexts } from '../../app/texts'
import { sayReason } from './say-reason'

beforeAll(async () => {
  await Promise.all([loadTexts('en'), loadTexts('zh')])
  await withTexts('reasons', async () => undefined)
})

const source = { key: 'source' as const, values: { title: 'Travel policy', percent: 90 } }
const started = { key: 'wording' as const, values: { what: { zh: '订购图书', en: 'Order a book' } } }

it('is said in the language of whoever reads it, whatever the reply was written in', () => {
  expect(sayReason(source, 'zh')).toBe('依据《Travel policy》，把握 90%')
  expect(sayReason(source, 'en')).toBe('From “Travel policy”, 90% sure')
  expect(sayReason(started, 'zh')).toBe('这句话的说法符合“订购图书”')
  expect(sayReason(started, 'en')).toBe('The wording fits “Order a book”')
})

it('that was kept as a text, before there were keys, is shown as it is', () => {
  expect(sayReason('依据《差旅》，把握 80%', 'en')).toBe('依据《差旅》，把握 80%')
})
