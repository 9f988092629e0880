import { translate } from '@parley/locale'
import { expect, it } from 'vitest'
import type { Reader } from '../../app/time'
import { sayValue } from './say-value'

const value = {
  type: 'recurrence',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  time: '15:00',
  timeZone: 'Europe/London',
  next: '2026-11-30T23:00:00+08:00',
}

it.each([
  ['en', 'every Monday 15:00 (United Kingdom Time); next'],
  ['zh', '每星期一 15:00（英国时间），下次是'],
] as const)('says in whose zone something is repeated, and when that is for the reader: %s', (language, beginning) => {
  const reader: Reader = { language, timeZone: 'Asia/Shanghai' }
  const said = sayValue(
    { start: 0, end: 10, text: 'every week', value, source: 'recogniser' },
    {
      reader,
      text: (key, ...parameters) => translate(language, key, ...parameters),
      names: { personById: String },
      nowMs: Date.parse('2026-11-23T01:00:00Z'),
    },
  )
  expect(said).toContain(beginning)
  expect(said).toContain('23:00')
})
