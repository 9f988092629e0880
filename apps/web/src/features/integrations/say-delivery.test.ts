import { translate } from '@parley/locale'
import { expect, it } from 'vitest'
import type { Text } from '../../app/use-text'
import { sayDelivery } from './say-delivery'

const reader = { language: 'zh', timeZone: 'Asia/Shanghai' } as const
const text: Text = (key, ...parameters) => translate('zh', key, ...parameters)
const nothing = { problem: null, responseStatus: null, nextAttemptAt: null, attempts: 1 }

it.each([
  [{ ...nothing, responseStatus: 200 }, '返回 200'],
  [{ ...nothing, problem: 'http_500', responseStatus: 500 }, '返回 500'],
  [{ ...nothing, problem: 'econnrefused', nextAttemptAt: '2026-11-28T02:30:00Z' }, '连接被拒绝 · 10:30 重试'],
  [{ ...nothing, problem: 'cert_has_expired' }, 'cert_has_expired'],
  [{ ...nothing, nextAttemptAt: '2026-11-28T02:30:00Z', attempts: 0 }, ''],
])('says of %j: %s', (delivery, said) => {
  expect(sayDelivery(delivery, text, reader)).toBe(said)
})
