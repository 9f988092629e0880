import { translate } from '@parley/locale'
import { expect, it } from 'vitest'
import type { Text } from '../../app/use-text'
import { sayRecurrence } from './say-recurrence'

const en: Text = (key, ...parameters) => translate('en', key, ...parameters)
const zh: Text = (key, ...parameters) => translate('zh', key, ...parameters)

it.each([
  ['FREQ=WEEKLY;BYDAY=MO', 'every Monday', '每星期一'],
  ['FREQ=WEEKLY;BYDAY=TU,TH', 'every Tuesday and Thursday', '每星期二和星期四'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks, Friday', '每 2 周，星期五'],
  ['FREQ=WEEKLY', 'every week', '每周'],
  ['FREQ=MONTHLY;BYMONTHDAY=5', 'every month, day 5', '每月，5 日'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month, the last day', '每月，最后一天'],
  ['FREQ=SECONDLY', 'FREQ=SECONDLY', 'FREQ=SECONDLY'],
])('%s is said as people say it', (rule, english, chinese) => {
  expect(sayRecurrence(rule, en, 'en')).toBe(english)
  expect(sayRecurrence(rule, zh, 'zh')).toBe(chinese)
})
