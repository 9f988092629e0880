import type { timeEntry as english } from '../../en/web/time-entry'
import type { Translated } from '../../translated'

export const timeEntry: Translated<typeof english> = {
  'web.time.clock': '时间',
  'web.time.clockExample': '15:00',
  'web.time.dayExample': '如 12月5日',
  'web.time.calendar': '日历',
  'web.time.previousMonth': '上个月',
  'web.time.nextMonth': '下个月',
}
