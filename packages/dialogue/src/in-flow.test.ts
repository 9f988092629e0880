import type { SlotValue } from '@parley/nlu'
import { describe, expect, it } from 'vitest'
import { copies, day, orderZh, title } from './testing/book-order'
import { Conversation } from './testing/conversation-of'

describe('the book order, word for word', () => {
  it('asks in Chinese to confirm the details, and records the order on 确认', async () => {
    const talk = new Conversation('zh')
    const asked = await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    expect(asked.reply.kind).toBe('flow')
    expect(asked.reply.text).toBe(
      '请确认您需要订购的书籍信息：\n书名：《人工智能基础》\n数量：1 本\n回复“确认”提交，回复“取消”放弃，要修改请直接说，比如“书名改成…”。',
    )
    expect(asked.state.flow).toEqual({
      name: 'order_book',
      step: 'confirm',
      slots: { title: '人工智能基础', quantity: 1 },
    })
    expect(asked.acts).toEqual([])
    const done = await talk.say('确认', { intent: 'confirm' })
    expect(done.reply.text).toBe('已记录您的订购请求，会有同事跟进。')
    expect(done.acts).toEqual([
      { kind: 'completeFlow', flow: 'order_book', slots: { title: '人工智能基础', quantity: 1 } },
    ])
    expect(done.state.flow).toBeNull()
  })

  it('does the same in English', async () => {
    const talk = new Conversation('en')
    const asked = await talk.say('I\'d like to order a copy of "Foundations of AI"', {
      intent: 'order_book',
      values: { '"Foundations of AI"': title('Foundations of AI') },
    })
    expect(asked.reply.text).toBe(
      'Please confirm the details of your book order:\nTitle: “Foundations of AI”\nQuantity: 1\n' +
        'Reply “confirm” to submit it or “cancel” to drop it. To change something, just say so, for example “change the title to …”.',
    )
    const done = await talk.say('confirm')
    expect(done.reply.text).toBe('Your order request is recorded. A colleague will follow it up.')
    expect(done.acts).toHaveLength(1)
  })

  it('needs no intent head for these sentences: the wording is enough', async () => {
    const zh = await new Conversation('zh').say('我需要订购一本《人工智能基础》的书', { values: orderZh.values })
    expect(zh.state.flow?.name).toBe('order_book')
    expect(zh.reply.reasons).toMatchObject([{ key: 'wording', values: { what: { zh: '订购图书' } } }])
    const en = await new Conversation('en').say("I'd like to order a copy of Foundations of AI")
    expect(en.state.flow?.slots).toEqual({ title: 'Foundations of AI', quantity: 1 })
  })

  it('records nothing when it is cancelled', async () => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    const cancelled = await talk.say('取消', { intent: 'cancel' })
    expect(cancelled.reply.text).toBe('好的，已取消订购图书。')
    expect(cancelled.acts).toEqual([])
    expect(cancelled.state.flow).toBeNull()
  })

  it('asks what to change on 修改, and takes the change', async () => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    const asked = await talk.say('修改')
    expect(asked.reply.text).toBe('你想修改什么？可以说“书名改成…”。')
    const changed = await talk.say('书名改成机器学习')
    expect(changed.state.flow).toEqual({
      name: 'order_book',
      step: 'confirm',
      slots: { title: '机器学习', quantity: 1 },
    })
  })
})

describe('what submits a request', () => {
  const asked = async () => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    return talk
  }

  it.each(['确认', '好的，没问题', '好，报上去', 'Yes'])('%s does', async (text) => {
    const { acts } = await (await asked()).say(text, { intent: 'confirm', confidence: 0.9 })
    expect(acts).toHaveLength(1)
  })

  it.each(['{title}', '数量', '先别确认', '为什么要确认？', '不好'])(
    '%s does not, however sure the intent head is',
    async (text) => {
      const { acts, state } = await (await asked()).say(text, { intent: 'confirm', confidence: 0.99 })
      expect(acts).toEqual([])
      expect(state.flow?.name).toBe('order_book')
    },
  )
})

describe('corrections', () => {
  it('takes 不，要两本 as another quantity', async () => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    const corrected = await talk.say('不，要两本', { intent: 'deny', values: { 两本: copies(2) } })
    expect(corrected.state.flow?.slots).toEqual({ title: '人工智能基础', quantity: 2 })
    expect(corrected.reply.text).toContain('数量：2 本')
  })

  it('takes "no, Friday" as another day', async () => {
    const talk = new Conversation('en')
    await talk.say('I want to take leave tomorrow', {
      intent: 'request_leave',
      values: { tomorrow: day('2026-11-24') },
    })
    const corrected = await talk.say('no, Friday', { intent: 'deny', values: { Friday: day('2026-11-27') } })
    expect(corrected.state.flow?.slots).toEqual({ start: '2026-11-27' })
    expect(corrected.reply.text).toContain('From: Friday, 27 November')
  })

  it.each(['书名：《机器学习》，数量：3', 'change the quantity to 3 and the title to 《机器学习》'])(
    'takes several corrections at once: %s',
    async (text) => {
      const talk = new Conversation('zh')
      await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
      const values = { 3: { type: 'number', number: 3 }, '《机器学习》': title('机器学习') } as const
      const corrected = await talk.say(text, { values })
      expect(corrected.state.flow?.slots).toEqual({ title: '机器学习', quantity: 3 })
    },
  )

  it('shrinks a span to the one day that is left', async () => {
    const talk = new Conversation('zh')
    const range: SlotValue = { type: 'dateRange', start: '2026-11-24', end: '2026-11-25' }
    await talk.say('明天到后天请假', { intent: 'request_leave', values: { 明天到后天: range } })
    const corrected = await talk.say('改成只请明天', { values: { 明天: day('2026-11-24') } })
    expect(corrected.state.flow?.slots).toEqual({ start: '2026-11-24', end: '2026-11-24' })
  })

  it('reads a closing weekday as the first one after the start', async () => {
    const talk = new Conversation('zh')
    const range: SlotValue = { type: 'dateRange', start: '2026-11-30', end: '2026-12-02' }
    await talk.say('我想请年假，从下周一到下周三', { intent: 'request_leave', values: { 从下周一到下周三: range } })
    const corrected = await talk.say('改成周五结束', { values: { 周五: day('2026-11-27') } })
    expect(corrected.state.flow?.slots).toEqual({ kind: '年假', start: '2026-11-30', end: '2026-12-04' })
  })
})

describe('who takes part in a meeting', () => {
  const person = (name: string, ...personIds: string[]): SlotValue => ({ type: 'person', personIds, name })
  const tomorrowAt3: SlotValue = { type: 'datetime', datetime: '2026-11-24T15:00:00+08:00' }
  const when = { 'tomorrow at 3pm': tomorrowAt3 }
  const zhWhen = { 明天下午三点: tomorrowAt3 }

  it.each([
    ['Schedule a meeting with Wei tomorrow at 3pm', { Wei: person('Wei', 'wang-wei'), ...when }, 'Wei'],
    ['Schedule a meeting with Wei tomorrow at 3pm', when, 'Wei'],
    ['Schedule a meeting with wei tomorrow at 3pm', when, 'wei'],
    ['Schedule a meeting tomorrow at 3pm with Tom, please', when, 'Tom'],
    [
      'Set up a call with Li Na and Priya tomorrow at 3pm',
      { 'Li Na': person('Li Na', 'li-na'), ...when },
      'Li Na, Priya',
    ],
    ['Set up a call with Tom, Ines and the design team tomorrow at 3pm', when, 'Tom, Ines, the design team'],
    ['明天下午三点和王伟开个会', { 王伟: person('王伟', 'wang-wei'), ...zhWhen }, '王伟'],
    ['明天下午三点和王伟开个会', zhWhen, '王伟'],
    ['明天下午三点和李和平、张三开个会', { 李和平: person('李和平', 'p'), ...zhWhen }, '李和平、张三'],
    [
      '明天下午三点和周宁开个会，叫上王伟',
      { 周宁: person('周宁', 'speaker'), 王伟: person('王伟', 'w'), ...zhWhen },
      '王伟',
    ],
    ['帮我约老王、小李明天下午三点开会', zhWhen, '老王、小李'],
    ['明天下午三点跟设计组安排一个会', zhWhen, '设计组'],
  ])('is kept, in the directory or not: %s', async (text, values, participants) => {
    const asked = await new Conversation('zh').say(text, { intent: 'schedule_meeting', values })
    expect(asked.state.flow?.slots).toEqual({ date: '2026-11-24', time: '15:00', participants })
  })

  it.each([
    ['Schedule a meeting with me tomorrow at 3pm', when],
    ['Schedule a meeting tomorrow at 3pm', when],
    ['帮我约个会，明天下午三点', zhWhen],
    ['安排明天下午三点的会', zhWhen],
  ])('is nobody where nobody is named: %s', async (text, values) => {
    const asked = await new Conversation('zh').say(text, { intent: 'schedule_meeting', values })
    expect(asked.state.flow?.slots).toEqual({ date: '2026-11-24', time: '15:00' })
  })

  it('starts by its wording alone, and can be corrected', async () => {
    const talk = new Conversation('zh')
    const asked = await talk.say('明天下午三点和王伟开个会', { values: zhWhen })
    expect(asked.state.flow?.name).toBe('schedule_meeting')
    const corrected = await talk.say('参加人改成老李和小张')
    expect(corrected.state.flow?.slots.participants).toBe('老李、小张')
  })
})

describe('what is missing is asked for', () => {
  it('asks for day and time, one after the other, and takes both at once when both are said', async () => {
    const talk = new Conversation('zh')
    expect((await talk.say('帮我订一间会议室', { intent: 'book_room' })).reply.text).toBe('你要订哪天的会议室？')
    expect((await talk.say('明天', { values: { 明天: day('2026-11-24') } })).reply.text).toBe('从几点开始？')
    const asked = await talk.say('下午三点', { values: { 下午三点: { type: 'time', time: '15:00' } } })
    expect(asked.state.flow).toEqual({
      name: 'book_room',
      step: 'confirm',
      slots: { date: '2026-11-24', time: '15:00' },
    })
    expect(asked.reply.text).toContain('日期：11月24日（周二）\n时间：15:00')
  })

  const days = (count: number): SlotValue => ({ type: 'duration', seconds: count * 86_400 })

  it.each([
    ['two days of leave from Monday', { 'two days': days(2), Monday: day('2026-11-30') }, '2026-11-30', '2026-12-01'],
    ['周一开始请两天假', { 两天: days(2), 周一: day('2026-11-30') }, '2026-11-30', '2026-12-01'],
    ['从周四开始请三天假', { 三天: days(3), 周四: day('2026-11-26') }, '2026-11-26', '2026-11-30'],
    ['周六请两天假', { 两天: days(2), 周六: day('2026-11-28') }, '2026-11-28', '2026-11-29'],
    [
      'two weeks of leave from Monday',
      { 'two weeks': days(14), Monday: day('2026-11-30') },
      '2026-11-30',
      '2026-12-13',
    ],
  ])('reckons the last day of leave from its length, past a weekend: %s', async (text, values, start, end) => {
    const talk = new Conversation('zh')
    const asked = await talk.say(text, { intent: 'request_leave', values })
    expect(asked.state.flow).toEqual({ name: 'request_leave', step: 'confirm', slots: { start, end } })
  })

  it('takes day and length from one answer', async () => {
    const talk = new Conversation('zh')
    await talk.say('我想请假', { intent: 'request_leave' })
    const asked = await talk.say('下周一开始，两天', { values: { 下周一: day('2026-11-30'), 两天: days(2) } })
    expect(asked.state.flow?.slots).toEqual({ start: '2026-11-30', end: '2026-12-01' })
  })

  it('leaves the end of a half day open', async () => {
    const values = { 明天: day('2026-11-24'), 半天: days(0.5) }
    const asked = await new Conversation('zh').say('明天请半天假', { intent: 'request_leave', values })
    expect(asked.state.flow?.slots).toEqual({ start: '2026-11-24' })
  })

  it('says so when it cannot read an answer, and asks again', async () => {
    const talk = new Conversation('en')
    await talk.say('Book a meeting room', { intent: 'book_room' })
    const again = await talk.say('hmm well')
    expect(again.reply.text).toBe('I did not understand that.\nWhich day do you need the room?')
    expect(again.state.flow?.step).toBe('date')
  })
})
