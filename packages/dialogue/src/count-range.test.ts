import { recognise, type SlotValue } from '@parley/nlu'
import { describe, expect, it } from 'vitest'
import { orderZh } from './testing/book-order'
import { Conversation } from './testing/conversation-of'

/** As the recognisers read it. */
const say = (talk: Conversation, text: string, intent?: string) => {
  const found = recognise(text, { now: '2026-11-23T09:00:00+08:00', speakerId: 'speaker', directory: [] })
  const values: Record<string, SlotValue> = Object.fromEntries(found.map((slot) => [slot.text, slot.value]))
  return talk.say(text, { values, ...(intent && { intent }) })
}

describe('a count between two', () => {
  it.each([
    ['zh', '我要订3到5本《人工智能基础》', '3–5 本，具体要多少？', '四本', 4],
    ['zh', '订购三到五本《人工智能基础》', '3–5 本，具体要多少？', '五', 5],
    ['en', 'order three to five copies of "Refactoring"', '3–5: how many exactly?', 'four', 4],
    ['en', 'order between 2 and 4 copies of "Refactoring"', '2–4: how many exactly?', '3', 3],
  ] as const)(
    'is asked about before anything is ordered (%s: %s)',
    async (language, order, question, answer, count) => {
      const talk = new Conversation(language)
      const asked = await say(talk, order, 'order_book')
      expect(asked.reply.text).toContain(question)
      expect(asked.state.flow?.step).toBe('quantity')
      const { state } = await say(talk, answer)
      expect(state.flow).toMatchObject({ step: 'confirm', slots: { quantity: count } })
    },
  )

  it.each([
    ['3 到 5 本', '3–5 本'],
    ['三到五', '3–5 本'],
    ['3-5', '3–5 本'],
    ['两三本吧', '2–3 本'],
    ['大概3~5本', '3–5 本'],
  ])('is understood as an answer, and stays when it is said again: %s', async (answer, shown) => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    await talk.say('数量')
    expect((await say(talk, answer)).reply.text).toContain(`${shown}，具体要多少？`)
    const { reply, state } = await say(talk, answer)
    expect(state.flow?.step).toBe('confirm')
    expect(reply.text).toContain(`数量：${shown}`)
  })

  it.each([
    ['zh', '都行', '数量：3–5 本'],
    ['en', 'either is fine', 'Quantity: 3–5'],
  ] as const)('stays for whoever does not mind, and is asked about no more (%s)', async (language, answer, shown) => {
    const talk = new Conversation(language)
    await say(talk, language === 'zh' ? '订购3到5本《基础》' : 'order three to five copies of "Basics"', 'order_book')
    expect((await say(talk, answer, 'confirm')).reply.text).toContain(shown)
    const changed = await say(talk, language === 'zh' ? '书名改成《进阶》' : 'change the title to "Advanced"')
    expect(changed.state.flow).toMatchObject({ step: 'confirm', slots: { quantity: '3–5' } })
    expect((await say(talk, language === 'zh' ? '确认' : 'confirm', 'confirm')).acts).toMatchObject([
      { kind: 'completeFlow', slots: { quantity: '3–5' } },
    ])
  })

  it('is asked about in a correction, too, and leaves the thing that is ordered as it is', async () => {
    const talk = new Conversation('en')
    const asked = await say(talk, 'order three to five keyboards', 'order_item')
    expect(asked.state.flow).toMatchObject({ step: 'quantity', slots: { item: 'keyboards', quantity: '3–5' } })
    await say(talk, '4')
    expect((await say(talk, 'change the quantity to 6-8')).reply.text).toContain('6–8: how many exactly?')
  })

  it('is none where the answer is one number of two figures', async () => {
    const talk = new Conversation('zh')
    await talk.say('我需要订购一本《人工智能基础》的书', orderZh)
    await talk.say('数量')
    expect((await say(talk, '十五')).state.flow?.slots.quantity).toBe(15)
  })
})

describe('a length between two', () => {
  it.each([
    ['en', 'schedule a meeting with Li Na tomorrow at 3pm for 30-45 minutes'],
    ['zh', '明天下午三点和李娜开个会，半小时到45分钟'],
  ] as const)('is time enough for both (%s)', async (language, order) => {
    const { state } = await say(new Conversation(language), order, 'schedule_meeting')
    expect(state.flow?.slots).toMatchObject({ duration: 45 })
  })
})
