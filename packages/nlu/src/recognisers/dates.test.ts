import { afterEach, describe, expect, it } from 'vitest'
import type { SlotValue } from '../understanding'
import { recognise } from './recognise'

/** A Monday morning in Shanghai. */
const situation = { now: '2026-11-23T09:00:00+08:00', timeZone: 'Asia/Shanghai', speakerId: 'u1', directory: [] }

const calendarTypes = ['date', 'datetime', 'time', 'dateRange', 'duration']

function brief(value: SlotValue): string | number {
  if (value.type === 'date') return value.date
  if (value.type === 'datetime') return value.datetime
  if (value.type === 'time') return value.time
  if (value.type === 'dateRange') return `${value.start}/${value.end}`
  if (value.type === 'duration') return value.seconds
  return value.type
}

const found = (text: string) =>
  recognise(text, situation)
    .filter((slot) => calendarTypes.includes(slot.value.type))
    .map((slot) => `${slot.text} = ${brief(slot.value)}`)

const chinese = [
  '下周三下午三点 = 2026-12-02T15:00:00+08:00',
  '明天 = 2026-11-24',
  '后天上午 = 2026-11-25',
  '大后天 = 2026-11-26',
  '昨天 = 2026-11-22',
  '明早9点 = 2026-11-24T09:00:00+08:00',
  '今晚八点 = 2026-11-23T20:00:00+08:00',
  '周五 = 2026-11-27',
  '本周五 = 2026-11-27',
  '下周日 = 2026-12-06',
  '星期二 = 2026-11-24',
  '礼拜天 = 2026-11-29',
  '下下周一 = 2026-12-07',
  '周三上午十点半 = 2026-11-25T10:30:00+08:00',
  '11月27日 = 2026-11-27',
  '十一月二十七号 = 2026-11-27',
  '11月27号下午3点 = 2026-11-27T15:00:00+08:00',
  '3月8日 = 2027-03-08',
  '2026年12月1日 = 2026-12-01',
  '27号 = 2026-11-27',
  '5号 = 2026-12-05',
  '下个月5号 = 2026-12-05',
  '12/1 = 2026-12-01',
  '月底 = 2026-11-30',
  '下月底 = 2026-12-31',
  '12月底 = 2026-12-31',
  '年底 = 2026-12-31',
  '元旦 = 2027-01-01',
  '两周内 = 2026-12-07',
  '三天内 = 2026-11-26',
  '10天后 = 2026-12-03',
  '半小时后 = 2026-11-23T09:30:00+08:00',
  '两个小时后 = 2026-11-23T11:00:00+08:00',
  '三点半 = 15:30',
  '下午两点一刻 = 14:15',
  '09:30 = 09:30',
  '中午十二点 = 12:00',
  '明天中午 = 2026-11-24T12:00:00+08:00',
  '周五中午 = 2026-11-27T12:00:00+08:00',
  '明天中午一点 = 2026-11-24T13:00:00+08:00',
  '下周 = 2026-11-30/2026-12-06',
  '这个月 = 2026-11-01/2026-11-30',
  '周末 = 2026-11-28/2026-11-29',
  '12月1日至12月5日 = 2026-12-01/2026-12-05',
  '下周一到周二 = 2026-11-30/2026-12-01',
  '周一到周三 = 2026-11-30/2026-12-02',
  '周一请到周三 = 2026-11-30/2026-12-02',
  '下周一到周三 = 2026-11-30/2026-12-02',
  '下周的周一到周三 = 2026-11-30/2026-12-02',
  '下周周一至周三 = 2026-11-30/2026-12-02',
  '12月1日到5日 = 2026-12-01/2026-12-05',
  '明天下午2点到4点 = 2026-11-24T14:00:00+08:00/2026-11-24T16:00:00+08:00',
  '明天三点 = 2026-11-24T15:00:00+08:00',
  '明天凌晨三点 = 2026-11-24T03:00:00+08:00',
  '除夕 = 2027-02-05',
  '春节 = 2027-02-06',
  '清明 = 2027-04-05',
  '端午节 = 2027-06-09',
  '中秋 = 2027-09-15',
  '2028年中秋 = 2028-10-03',
  '国庆 = 2027-10-01',
  '圣诞节 = 2026-12-25',
  '北京时间下午三点 = 2026-11-23T15:00:00+08:00',
  '伦敦时间明天下午三点 = 2026-11-24T23:00:00+08:00',
  '明天东京时间早上9点 = 2026-11-24T08:00:00+08:00',
  '周五上午10点（美西时间） = 2026-11-28T02:00:00+08:00',
  '一个半小时 = 5400',
  '十分钟 = 600',
]

const english = [
  'next Wednesday at 3pm = 2026-12-02T15:00:00+08:00',
  'next Friday 3pm = 2026-12-04T15:00:00+08:00',
  'tomorrow morning = 2026-11-24',
  'the day after tomorrow = 2026-11-25',
  'Friday = 2026-11-27',
  'Fri = 2026-11-27',
  'this Thursday = 2026-11-26',
  'Monday = 2026-11-30',
  '27 November = 2026-11-27',
  'Nov 27 = 2026-11-27',
  'Dec 1st = 2026-12-01',
  'March 8 = 2027-03-08',
  '2026-12-01 = 2026-12-01',
  '2026-12-01 15:30 = 2026-12-01T15:30:00+08:00',
  '12/1 = 2026-12-01',
  'in two weeks = 2026-12-07',
  'within three days = 2026-11-26',
  'in 2 hours = 2026-11-23T11:00:00+08:00',
  'in half an hour = 2026-11-23T09:30:00+08:00',
  'end of month = 2026-11-30',
  'end of the week = 2026-11-29',
  'end of next month = 2026-12-31',
  'end of the year = 2026-12-31',
  'EOD = 2026-11-23',
  'end of day = 2026-11-23',
  'close of business = 2026-11-23',
  'tonight = 2026-11-23',
  'this afternoon = 2026-11-23',
  'at 3 = 15:00',
  'at 9:30 = 09:30',
  'Friday 5pm = 2026-11-27T17:00:00+08:00',
  '5pm tomorrow = 2026-11-24T17:00:00+08:00',
  'tomorrow noon = 2026-11-24T12:00:00+08:00',
  'next week = 2026-11-30/2026-12-06',
  'this weekend = 2026-11-28/2026-11-29',
  'Friday next week = 2026-12-04',
  'Monday to Wednesday = 2026-11-30/2026-12-02',
  'Mon-Wed = 2026-11-30/2026-12-02',
  'Monday until Wednesday = 2026-11-30/2026-12-02',
  'Friday to Tuesday = 2026-11-27/2026-12-01',
  'next Monday to Wednesday = 2026-11-30/2026-12-02',
  'Monday to Wednesday next week = 2026-11-30/2026-12-02',
  'Thursday to Friday this week = 2026-11-26/2026-11-27',
  '1 to 5 December = 2026-12-01/2026-12-05',
  'tomorrow from 2 to 4pm = 2026-11-24T14:00:00+08:00/2026-11-24T16:00:00+08:00',
  'tomorrow at three = 2026-11-24T15:00:00+08:00',
  'tomorrow at 3 = 2026-11-24T15:00:00+08:00',
  'Friday at 5 = 2026-11-27T17:00:00+08:00',
  'tomorrow morning at 3 = 2026-11-24T03:00:00+08:00',
  '2026-12-01 03:30 = 2026-12-01T03:30:00+08:00',
  'tomorrow at half past four = 2026-11-24T16:30:00+08:00',
  "three o'clock = 15:00",
  "3 o'clock = 15:00",
  'tomorrow at seven pm = 2026-11-24T19:00:00+08:00',
  '4pm = 16:00',
  'half past nine = 09:30',
  'from 9 to 5 = 2026-11-23T09:00:00+08:00/2026-11-23T17:00:00+08:00',
  '9:00-17:00 = 2026-11-23T09:00:00+08:00/2026-11-23T17:00:00+08:00',
  '10pm to 2am = 2026-11-23T22:00:00+08:00/2026-11-24T02:00:00+08:00',
  'between 3pm and 5pm = 2026-11-23T15:00:00+08:00/2026-11-23T17:00:00+08:00',
  'Thanksgiving = 2026-11-26',
  'Christmas = 2026-12-25',
  "New Year's Eve = 2026-12-31",
  'Good Friday = 2027-03-26',
  'Chinese New Year = 2027-02-06',
  'Christmas 2027 = 2027-12-25',
  '3pm London time = 2026-11-23T23:00:00+08:00',
  'London time tomorrow 3pm = 2026-11-24T23:00:00+08:00',
  '9am PT = 2026-11-24T01:00:00+08:00',
  '9am Pacific = 2026-11-24T01:00:00+08:00',
  '3pm CST = 2026-11-23T15:00:00+08:00',
  '2-4pm London time = 2026-11-23T22:00:00+08:00/2026-11-24T00:00:00+08:00',
  '30 minutes = 1800',
  'half an hour = 1800',
]

const zoneOffsets: Readonly<Record<string, number>> = { UTC: 0, 'America/Los_Angeles': 480, 'Pacific/Kiritimati': -840 }
const machineZone = process.env.TZ

afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ
  else process.env.TZ = machineZone
})

const expressionOf = (row: string) => row.slice(0, row.indexOf(' = '))

describe('dates, times and durations', () => {
  it.each(chinese)('reads in Chinese: %s', (row) => {
    expect(found(`麻烦${expressionOf(row)}处理这件事`)).toEqual([row])
  })

  it.each(english)('reads in English: %s', (row) => {
    expect(found(`please do it ${expressionOf(row)}, thanks`)).toEqual([row])
  })

  it.each([
    '我不太明白',
    '这一点很重要',
    '有一点问题',
    '3号会议室坏了',
    '去二号楼开会',
    '周先生来了',
    '他的年龄',
    '版本 2.14 修好了',
    'you may go, and the sun is out',
    'he sat down in march order',
    'version 2.14 is out',
    'we support 24/7',
    'see page 12-14',
    'a second opinion',
    'I now know that',
    'we ship at three sites',
    'it took lunch time and more',
    '中秋礼盒到了',
    '国庆快乐',
  ])('sees no date in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'does not care that the machine stands in %s',
    (zone) => {
      process.env.TZ = zone
      expect(new Date(2026, 10, 23).getTimezoneOffset()).toBe(zoneOffsets[zone])
      for (const row of [...chinese, ...english]) expect(found(`do ${expressionOf(row)}, 好`)).toEqual([row])
    },
  )

  it('leaves the word before a clock time to the sentence', () => {
    expect(found('call the customer back by 4pm')).toEqual(['4pm = 16:00'])
  })

  it('takes the end of a named day for that day, not for today', () => {
    expect(found('send it by next Friday EOD')).toEqual(['next Friday = 2026-12-04'])
  })

  it('reads the clock of the speaker, not of the machine', () => {
    const newYork = { ...situation, now: '2026-11-23T20:30:00-05:00', timeZone: 'America/New_York' }
    expect(recognise('tomorrow at 3pm', newYork).map((slot) => brief(slot.value))).toEqual([
      '2026-11-24T15:00:00-05:00',
    ])
    expect(recognise('明天下午三点', newYork).map((slot) => brief(slot.value))).toEqual(['2026-11-24T15:00:00-05:00'])
  })

  it('gives the offset that the speaker will have then, across a change of clocks', () => {
    const berlin = { ...situation, now: '2026-10-23T09:00:00+02:00', timeZone: 'Europe/Berlin' }
    expect(recognise('next Wednesday at 3pm', berlin).map((slot) => brief(slot.value))).toEqual([
      '2026-10-28T15:00:00+01:00',
    ])
  })

  it.each([
    ['Monday to Wednesday', '2026-11-30/2026-12-02'],
    ['Monday to Wednesday next week', '2026-11-30/2026-12-02'],
    ['Wednesday to Monday', '2026-12-02/2026-12-07'],
    ['Thursday to Friday', '2026-11-26/2026-11-27'],
    ['周一到周三', '2026-11-30/2026-12-02'],
    ['周三到周一', '2026-12-02/2026-12-07'],
  ])('never ends a span before its start, whatever the day it is said on: %s', (text, onWednesday) => {
    const days = ['23', '24', '25', '26', '27', '28', '29']
    const spans = days.map((day) => recognise(text, { ...situation, now: `2026-11-${day}T09:00:00+08:00` })[0]?.value)
    for (const span of spans) expect(span?.type === 'dateRange' && span.start <= span.end).toBe(true)
    expect(spans[2] && brief(spans[2])).toBe(onWednesday)
  })

  it('finds every date of a long message at its place', () => {
    const sentence = '我们下周三下午三点开会。'
    const text = sentence.repeat(40)
    const slots = recognise(text, situation)
    expect(slots).toHaveLength(40)
    expect(slots.every((slot) => text.slice(slot.start, slot.end) === '下周三下午三点')).toBe(true)
  })
})
