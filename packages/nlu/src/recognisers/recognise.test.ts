import { describe, expect, it } from 'vitest'
import type { Person } from '../understanding'
import { withNextTimes } from './next-times'
import { recognise } from './recognise'

const directory: readonly Person[] = [
  { id: 'wang', name: '王伟', aliases: ['Wang Wei', '王总'] },
  { id: 'li', name: '李晓明', aliases: [] },
  { id: 'zhang', name: '张敏', aliases: [], spellings: ['zhang min', 'zhangmin', 'min zhang'] },
  { id: 'priya', name: 'Priya Nair', aliases: ['PN'] },
  { id: 'will', name: 'Will Smith', aliases: [] },
  { id: 'tom1', name: 'Tom Baker', aliases: [] },
  { id: 'tom2', name: 'Tom Jones', aliases: [] },
]
const situation = { now: '2026-11-23T09:00:00+08:00', speakerId: 'wang', directory }
const values = (text: string) => recognise(text, situation).map(({ text: part, value }) => ({ part, ...value }))

describe('recognise', () => {
  it.each([
    ['报销三千五百元', { part: '三千五百元', type: 'amount', amount: 3500, currency: 'CNY' }],
    ['付了￥3,500', { part: '￥3,500', type: 'amount', amount: 3500, currency: 'CNY' }],
    ['预算两万三千块钱', { part: '两万三千块钱', type: 'amount', amount: 23_000, currency: 'CNY' }],
    ['大概3.5万元', { part: '3.5万元', type: 'amount', amount: 35_000, currency: 'CNY' }],
    ['it was $20', { part: '$20', type: 'amount', amount: 20, currency: 'USD' }],
    ['claim 200 USD', { part: '200 USD', type: 'amount', amount: 200, currency: 'USD' }],
    ['about 20 dollars', { part: '20 dollars', type: 'amount', amount: 20, currency: 'USD' }],
    ['cost us €1,280.50', { part: '€1,280.50', type: 'amount', amount: 1280.5, currency: 'EUR' }],
    [
      'three and a half thousand dollars',
      { part: 'three and a half thousand dollars', type: 'amount', amount: 3500, currency: 'USD' },
    ],
    ['完成了60%', { part: '60%', type: 'percentage', percentage: 60 }],
    ['完成了百分之六十', { part: '百分之六十', type: 'percentage', percentage: 60 }],
    ['80 percent done', { part: '80 percent', type: 'percentage', percentage: 80 }],
    ['订购一本书', { part: '一本', type: 'quantity', quantity: 1, unit: '本' }],
    ['买两本', { part: '两本', type: 'quantity', quantity: 2, unit: '本' }],
    ['二十五台显示器', { part: '二十五台', type: 'quantity', quantity: 25, unit: '台' }],
    ['2 copies please', { part: '2 copies', type: 'quantity', quantity: 2, unit: 'copies' }],
    ['a copy of it', { part: 'a copy', type: 'quantity', quantity: 1, unit: 'copy' }],
    ['要3-5天', { part: '3-5天', type: 'range', of: 'duration', min: 259_200, max: 432_000, unit: null }],
    ['大概三到五天', { part: '三到五天', type: 'range', of: 'duration', min: 259_200, max: 432_000, unit: null }],
    [
      'it takes 2 to 4 weeks',
      { part: '2 to 4 weeks', type: 'range', of: 'duration', min: 1_209_600, max: 2_419_200, unit: null },
    ],
    ['for 10–20 people', { part: '10–20 people', type: 'range', of: 'quantity', min: 10, max: 20, unit: 'people' }],
    ['来了三到五名', { part: '三到五名', type: 'range', of: 'quantity', min: 3, max: 5, unit: '名' }],
    ['预算5000到8000元', { part: '5000到8000元', type: 'range', of: 'amount', min: 5000, max: 8000, unit: 'CNY' }],
    ['about $5-10', { part: '$5-10', type: 'range', of: 'amount', min: 5, max: 10, unit: 'USD' }],
    ['up 5 to 10 percent', { part: '5 to 10 percent', type: 'range', of: 'percentage', min: 5, max: 10, unit: null }],
    ['choose between 5 and 7', { part: 'between 5 and 7', type: 'range', of: 'number', min: 5, max: 7, unit: null }],
    ['order 3-5 keyboards', { part: '3-5', type: 'range', of: 'number', min: 3, max: 5, unit: null }],
    [
      '20 to 25k euros',
      { part: '20 to 25k euros', type: 'range', of: 'amount', min: 20_000, max: 25_000, unit: 'EUR' },
    ],
    ['要2到3万块', { part: '2到3万块', type: 'range', of: 'amount', min: 20_000, max: 30_000, unit: 'CNY' }],
    ['要两三千块', { part: '两三千块', type: 'range', of: 'amount', min: 2000, max: 3000, unit: 'CNY' }],
    ['两三天就好', { part: '两三天', type: 'range', of: 'duration', min: 172_800, max: 259_200, unit: null }],
    ['要七八个', { part: '七八个', type: 'range', of: 'quantity', min: 7, max: 8, unit: '个' }],
    ['半天到一天', { part: '半天到一天', type: 'range', of: 'duration', min: 43_200, max: 86_400, unit: null }],
    [
      'between half an hour and an hour',
      { part: 'between half an hour and an hour', type: 'range', of: 'duration', min: 1800, max: 3600, unit: null },
    ],
    ['选5到7之间', { part: '5到7之间', type: 'range', of: 'number', min: 5, max: 7, unit: null }],
    ['一共三千五百', { part: '三千五百', type: 'number', number: 3500 }],
    ['about 3.5k users', { part: '3.5k', type: 'number', number: 3500 }],
    ['we have twenty-five of them', { part: 'twenty-five', type: 'number', number: 25 }],
    ['mail me at a.b@example.com now', { part: 'a.b@example.com', type: 'email', text: 'a.b@example.com' }],
    [
      '见 https://example.com/a?b=1，谢谢',
      { part: 'https://example.com/a?b=1', type: 'url', text: 'https://example.com/a?b=1' },
    ],
    ['打我电话13812345678', { part: '13812345678', type: 'phone', text: '13812345678' }],
    ['call +44 20 7946 0958', { part: '+44 20 7946 0958', type: 'phone', text: '+44 20 7946 0958' }],
    ['订《人工智能基础》', { part: '《人工智能基础》', type: 'title', title: '人工智能基础' }],
    ['order "Clean Code" soon', { part: '"Clean Code"', type: 'title', title: 'Clean Code' }],
    ['看看「三体」', { part: '「三体」', type: 'title', title: '三体' }],
    ['问问王伟', { part: '王伟', type: 'person', personIds: ['wang'], name: '王伟' }],
    ['问问@王伟 吧', { part: '@王伟', type: 'person', personIds: ['wang'], name: '王伟' }],
    ['王总同意了', { part: '王总', type: 'person', personIds: ['wang'], name: '王总' }],
    ['晓明说好', { part: '晓明', type: 'person', personIds: ['li'], name: '晓明' }],
    ['问问zhangmin吧', { part: 'zhangmin', type: 'person', personIds: ['zhang'], name: 'zhangmin' }],
    ['ask Zhang Min', { part: 'Zhang Min', type: 'person', personIds: ['zhang'], name: 'Zhang Min' }],
    ['小张说可以', { part: '小张', type: 'person', personIds: ['zhang'], name: '小张' }],
    ['李经理同意了', { part: '李经理', type: 'person', personIds: ['li'], name: '李经理' }],
    ['ask Priya', { part: 'Priya', type: 'person', personIds: ['priya'], name: 'Priya' }],
    ['ask @priya please', { part: '@priya', type: 'person', personIds: ['priya'], name: 'priya' }],
    ['ping @priya.nair', { part: '@priya.nair', type: 'person', personIds: ['priya'], name: 'priya.nair' }],
    ["that is Wang Wei's", { part: 'Wang Wei', type: 'person', personIds: ['wang'], name: 'Wang Wei' }],
    ['Tom knows', { part: 'Tom', type: 'person', personIds: ['tom1', 'tom2'], name: 'Tom' }],
    ['看一下季度报告.xlsx', { part: '季度报告.xlsx', type: 'file', name: '季度报告.xlsx' }],
    [
      'see release-notes_final.pdf, please',
      { part: 'release-notes_final.pdf', type: 'file', name: 'release-notes_final.pdf' },
    ],
    ['BX-7 已提交', { part: 'BX-7', type: 'identifier', code: 'BX-7' }],
    ['close PROJ-1234?', { part: 'PROJ-1234', type: 'identifier', code: 'PROJ-1234' }],
    ['fixes #4711', { part: '#4711', type: 'identifier', code: '#4711' }],
    ['order 3-5 is late', { part: '3-5', type: 'identifier', code: '3-5' }],
    ['ticket 12-34 needs a reply', { part: '12-34', type: 'identifier', code: '12-34' }],
    ['发票2024-118再发一遍', { part: '2024-118', type: 'identifier', code: '2024-118' }],
    ['订单号：20260188 还没到', { part: '20260188', type: 'identifier', code: '20260188' }],
    ['where is order no. 88213-A', { part: '88213-A', type: 'identifier', code: '88213-A' }],
    ['升级到 v2.3', { part: 'v2.3', type: 'version', version: '2.3' }],
    ['1.14.2-beta.1 is out', { part: '1.14.2-beta.1', type: 'version', version: '1.14.2-beta.1' }],
    ['版本 2.14 修好了', { part: '2.14', type: 'version', version: '2.14' }],
  ])('finds in "%s"', (text, expected) => {
    expect(values(text)).toEqual([expected])
  })

  it.each([
    // A Monday, at nine.
    ['每天', 'FREQ=DAILY', null, '2026-11-24'],
    ['每天早上9点半', 'FREQ=DAILY', '09:30', '2026-11-23T09:30:00+08:00'],
    ['每周一上午九点', 'FREQ=WEEKLY;BYDAY=MO', '09:00', '2026-11-30T09:00:00+08:00'],
    ['每周二、周四', 'FREQ=WEEKLY;BYDAY=TU,TH', null, '2026-11-24'],
    ['每个工作日', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', null, '2026-11-24'],
    ['每两周', 'FREQ=WEEKLY;INTERVAL=2', null, null],
    ['每隔一天', 'FREQ=DAILY;INTERVAL=2', null, null],
    ['每月5号', 'FREQ=MONTHLY;BYMONTHDAY=5', null, '2026-12-05'],
    ['每月底', 'FREQ=MONTHLY;BYMONTHDAY=-1', null, '2026-11-30'],
    ['每季度', 'FREQ=MONTHLY;INTERVAL=3', null, null],
    ['每年3月8日', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8', null, '2027-03-08'],
    ['every Monday at 10am', 'FREQ=WEEKLY;BYDAY=MO', '10:00', '2026-11-23T10:00:00+08:00'],
    ['every Tuesday and Friday', 'FREQ=WEEKLY;BYDAY=TU,FR', null, '2026-11-24'],
    ['at 9:30 every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '09:30', '2026-11-23T09:30:00+08:00'],
    ['on Mondays', 'FREQ=WEEKLY;BYDAY=MO', null, '2026-11-30'],
    ['every other week', 'FREQ=WEEKLY;INTERVAL=2', null, null],
    ['every other Friday at 4pm', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '16:00', null],
    ['every three months', 'FREQ=MONTHLY;INTERVAL=3', null, null],
    ['on the first Monday of every month', 'FREQ=MONTHLY;BYDAY=1MO', null, '2026-12-07'],
    ['every last Friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR', null, '2026-11-27'],
    ['每月第一个周一', 'FREQ=MONTHLY;BYDAY=1MO', null, '2026-12-07'],
    ['每个月最后一个星期五', 'FREQ=MONTHLY;BYDAY=-1FR', null, '2026-11-27'],
    ['隔周周四下午3点到4点', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '15:00', null],
    ['every other Thursday from 3 to 4pm', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '15:00', null],
    ['the first Monday of each month', 'FREQ=MONTHLY;BYDAY=1MO', null, '2026-12-07'],
    ['on the 5th of every month', 'FREQ=MONTHLY;BYMONTHDAY=5', null, '2026-12-05'],
  ])('finds what happens again and again: %s', (part, rule, time, next) => {
    expect(values(`麻烦 ${part} do it`)).toEqual([{ part, type: 'recurrence', rule, time, next }])
  })

  it.each([
    ['every weekday except Friday', 'every weekday', 'MO,TU,WE,TH', '2026-11-24'],
    ['every day but not on weekends', 'every day', 'MO,TU,WE,TH,FR', '2026-11-24'],
    ['除了周三，每个工作日', '每个工作日', 'MO,TU,TH,FR', '2026-11-24'],
    ['每天都备份，周日除外', '每天', 'MO,TU,WE,TH,FR,SA', '2026-11-24'],
  ])('leaves out the days on which it does not happen: %s', (text, part, days, next) => {
    const rule = `FREQ=WEEKLY;BYDAY=${days}`
    expect(values(text)).toEqual([{ part, type: 'recurrence', rule, time: null, next }])
  })

  it.each([
    // A Monday, at nine in Shanghai and at one in London.
    ['every Monday at 3pm London time', 'WEEKLY;BYDAY=MO', '15:00', 'Europe/London', '2026-11-23T23:00:00+08:00'],
    ['London time 3pm every Monday', 'WEEKLY;BYDAY=MO', '15:00', 'Europe/London', '2026-11-23T23:00:00+08:00'],
    [
      '9am PT every weekday',
      'WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '09:00',
      'America/Los_Angeles',
      '2026-11-24T01:00:00+08:00',
    ],
    ['every other Friday at 4pm (Tokyo time)', 'WEEKLY;INTERVAL=2;BYDAY=FR', '16:00', 'Asia/Tokyo', null],
    ['每周一下午三点（伦敦时间）', 'WEEKLY;BYDAY=MO', '15:00', 'Europe/London', '2026-11-23T23:00:00+08:00'],
    ['每周一伦敦时间下午三点', 'WEEKLY;BYDAY=MO', '15:00', 'Europe/London', '2026-11-23T23:00:00+08:00'],
    ['伦敦时间每周一下午三点', 'WEEKLY;BYDAY=MO', '15:00', 'Europe/London', '2026-11-23T23:00:00+08:00'],
    // It is Sunday there.
    ['每周日晚上11点（美西时间）', 'WEEKLY;BYDAY=SU', '23:00', 'America/Los_Angeles', '2026-11-23T15:00:00+08:00'],
  ])(
    'counts what happens again and again by the clock of the zone that is named: %s',
    (part, rule, time, timeZone, next) => {
      const value = { part, type: 'recurrence', rule: `FREQ=${rule}`, time, next, timeZone }
      expect(values(`麻烦 ${part} do it`)).toEqual([value])
    },
  )

  it('takes no time of elsewhere for one of here where nobody knows the day', () => {
    expect(withNextTimes(recognise('every other Friday at 4pm Tokyo time', situation))).toEqual([])
  })

  it('says where a name at the end of a text ends, however long other names are', () => {
    const text = '交给王伟'
    expect(recognise(text, situation)).toMatchObject([{ start: 2, end: text.length, text: '王伟' }])
  })

  it.each([
    'it will mark a change',
    'Priyanka left',
    '我们一起讨论第一版',
    '三明治很好吃',
    '万一不行呢',
    'me@ is no mention',
    'x',
    'the server at 10.0.0.12 is down',
    'it is UTF-8 and SHA-256',
    '过两三天再说',
    '张工作很忙',
    'amzhangminor',
    '一共 #是标签',
  ])('finds nothing in "%s"', (text) => {
    expect(values(text)).toEqual([])
  })

  it('reads the book order of the handbook: one copy of a title', () => {
    expect(values('我需要订购一本《人工智能基础》的书').map((slot) => slot.type)).toEqual(['quantity', 'title'])
  })

  it('keeps what a title quotes inside the title', () => {
    expect(values('订《王伟的 100 天》').map((slot) => slot.type)).toEqual(['title'])
  })

  it('finds several kinds in one message, in order and at their places', () => {
    const text = '请王伟周五前买 3 台显示器，预算￥6000'
    const slots = recognise(text, situation)
    expect(slots.map((slot) => slot.value.type)).toEqual(['person', 'date', 'quantity', 'amount'])
    expect(slots.map((slot) => text.slice(slot.start, slot.end))).toEqual(slots.map((slot) => slot.text))
  })

  it('turns a time of another zone into the time of the speaker', () => {
    expect(values('tomorrow at 3pm GMT')).toEqual([
      { part: 'tomorrow at 3pm GMT', type: 'datetime', datetime: '2026-11-24T23:00:00+08:00' },
    ])
  })

  it('refuses a situation whose clock is no time', () => {
    expect(() => recognise('明天', { ...situation, now: 'noon' })).toThrow(RangeError)
  })

  it.each([
    [
      '2,800 Chinese characters',
      '我们下周三下午三点在三号会议室开会，预算三千五百元，请王伟准备两份材料。'.repeat(80).slice(0, 2800),
    ],
    ['2,800 Chinese characters without a break', '三千五百一十二万零五百'.repeat(300).slice(0, 2800)],
    ['40,000 signs of what may be ranges', '3-5 days and to '.repeat(2500)],
    ['40,000 signs of what may be ranges from value to value', '半天到一天'.repeat(8000)],
    ['40,000 figures beside figures', '两三'.repeat(20_000)],
    ['40,000 digits', '1234567890'.repeat(4000)],
    ['40,000 spaces', ' '.repeat(40_000)],
    ['40,000 quotation marks', '"'.repeat(40_000)],
    ['40,000 times "to "', 'monday to '.repeat(4000)],
    ['40,000 of a mail address', 'a.'.repeat(20_000)],
    ['an e-mail of one letter', '@'.repeat(40_000)],
  ])('reads %s within 100 ms', (_, text) => {
    // A busy machine interrupts most runs, and compilers the first ones: what it takes shows in the quickest.
    const costs = Array.from({ length: 10 }, () => {
      const startedAt = performance.now()
      recognise(text, situation)
      return performance.now() - startedAt
    })
    expect(Math.min(...costs)).toBeLessThan(100)
  })

  it('finds people quickly in a directory of 5,000', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      id: `p${index}`,
      name: `Person${index} Name`,
      aliases: [],
    }))
    const large = { ...situation, directory: many }
    recognise('x', large)
    const startedAt = process.cpuUsage()
    expect(recognise('ask Person4711 about it. '.repeat(400), large)).toHaveLength(400)
    const { user, system } = process.cpuUsage(startedAt)
    expect((user + system) / 1000).toBeLessThan(100)
  })
})
