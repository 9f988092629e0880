import { describe, expect, it } from 'vitest'
import { answerFrom, Conversation } from './testing/conversation-of'
import { isTopic } from './topic'

describe('a topic', () => {
  it.each(['battery test', '电池测试', 'Petrel', 'Skua 3 vs Mini', 'Skua 3 和 Mini', '海燕 Mini', 'annual leave'])(
    'is %s',
    (text) => expect(isTopic(text)).toBe(true),
  )

  it.each([
    'What is Petrel?',
    '好的',
    'ok',
    'bye',
    '再见',
    'thank you',
    '我想请假',
    '请王伟更新页面',
    'I am done',
    '改成5月12日',
    '推迟到周五',
    'make 12 May',
  ])('is not %s', (text) => expect(isTopic(text)).toBe(false))

  const task = { title: 'Skua 3 vs Mini', assigneeId: null, due: null, confidence: 0.6, evidence: [] } as const

  it('is looked up before it is taken for a task, a decision or a farewell', async () => {
    const talk = new Conversation('en', {
      'Skua 3 vs Mini': answerFrom('Skua 3: the logger.'),
      Petrel: answerFrom('Petrel: the gateway.'),
    })
    const compared = await talk.say('Skua 3 vs Mini', { intent: 'propose_decision', confidence: 0.6, tasks: [task] })
    expect(compared).toMatchObject({ reply: { kind: 'answer', text: 'Skua 3: the logger.' }, acts: [] })
    expect((await talk.say('Petrel', { intent: 'goodbye', confidence: 0.83 })).reply.text).toBe('Petrel: the gateway.')
  })

  it('that nothing speaks of is no farewell, and a farewell is no topic', async () => {
    const talk = new Conversation('en', { bye: answerFrom('Bye, said the cat.') })
    expect((await talk.say('Petrel', { intent: 'goodbye', confidence: 0.83 })).reply.kind).toBe('unknown')
    expect((await talk.say('bye', { intent: 'goodbye', confidence: 0.99 })).reply.kind).toBe('template')
  })

  it('answers what a form asks for while one is open', async () => {
    const talk = new Conversation('en', { 'Foundations of AI': answerFrom('A book.') })
    await talk.say("I'd like to order a book", { intent: 'order_book' })
    expect((await talk.say('Foundations of AI')).reply.kind).not.toBe('answer')
  })
})

it('a name beside Chinese words makes no English message of it', async () => {
  expect((await new Conversation('en').say('Skua 3 和 Mini')).reply.language).toBe('zh')
  expect((await new Conversation('zh').say('What is 支付网关?')).reply.language).toBe('en')
})
