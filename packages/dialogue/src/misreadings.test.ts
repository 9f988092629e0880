import type { SlotValue } from '@parley/nlu'
import { describe, expect, it } from 'vitest'
import { answerFrom, Conversation } from './testing/conversation-of'

const number = (value: number): SlotValue => ({ type: 'number', number: value })
const copies = (quantity: number, unit: string): SlotValue => ({ type: 'quantity', quantity, unit })

/** The intent head is sure of what the message does not say. */
describe('a ready reply that the words do not bear out is not given', () => {
  it.each([
    ['zh', '我想辞职', 'cancel', '没有进行中的事项'],
    ['zh', '大家周五不用来上班', 'cancel_meeting', '取消会议'],
    ['en', "Please don't delete the old branches", 'cancel_meeting', 'cancel meetings'],
    ['en', "Don't forget to book the venue", 'cancel_meeting', 'cancel meetings'],
  ] as const)('%s: %s', async (language, text, intent, said) => {
    const { reply } = await new Conversation(language).say(text, { intent, confidence: 0.79 })
    expect(reply).toMatchObject({ kind: 'unknown', text: expect.not.stringContaining(said) })
  })

  it.each([
    ['zh', '把周五的例会取消了吧', 'cancel_meeting', '取消会议'],
    ['en', 'call off the 3pm sync', 'cancel_meeting', 'cancel meetings'],
    ['en', 'cancel my order', 'cancel', 'nothing in progress'],
  ] as const)('and is given where they do: %s: %s', async (language, text, intent, said) => {
    const { reply } = await new Conversation(language).say(text, { intent })
    expect(reply).toMatchObject({ kind: 'template', text: expect.stringContaining(said) })
  })

  it('says that there is nothing to undo to a bare "undo", whatever the head is reminded of', async () => {
    const { reply } = await new Conversation('en').say('undo', { intent: 'goodbye', confidence: 0.46 })
    expect(reply.text).toBe('There is nothing in progress to cancel.')
  })

  it.each([
    ['zh', '今天星期几', 'greet', 0.39],
    ['zh', '为什么', 'ask_capabilities', 0.35],
    ['en', 'why?', 'ask_capabilities', 0.48],
  ] as const)('a guess answers no question: %s: %s', async (language, text, intent, confidence) => {
    expect((await new Conversation(language).say(text, { intent, confidence })).reply.kind).toBe('unknown')
  })

  it('greets nobody in the middle of a form on a guess', async () => {
    const talk = new Conversation('en')
    const asked = await talk.say("I'd like to order a copy of Foundations of AI", { intent: 'order_book' })
    const { reply } = await talk.say('for 8 people', { intent: 'greet', confidence: 0.54 })
    expect(reply.text).toBe(`I did not understand that.\n${asked.reply.text}`)
  })
})

describe('a question for a place, a person or a time', () => {
  it.each([
    ['en', 'Where is the bicycle pump?', 'order_item'],
    ['en', 'Who has the projector?', 'book_room'],
    ['en', 'When does the parcel arrive?', 'order_item'],
    ['zh', '打气筒在哪里？', 'order_item'],
    ['zh', '投影仪谁借走了？', 'book_room'],
  ] as const)('starts nothing where no source answers it, whatever the head is sure of: %s: %s', async (...given) => {
    const [language, text, intent] = given
    const { reply } = await new Conversation(language).say(text, { intent })
    expect(reply.kind).toBe('unknown')
  })

  it.each([
    ['en', 'Where can I order a new chair?', 'order_item'],
    ['en', 'How do I book a room?', 'book_room'],
    ['zh', '怎么申请权限？', 'request_access'],
  ] as const)('but one for the way to a deed does: %s: %s', async (language, text, intent) => {
    const { reply } = await new Conversation(language).say(text, { intent })
    expect(reply.kind).toBe('flow')
  })
})

it('takes a good wish for no question', async () => {
  const near = { ...answerFrom('Time in lieu is taken by the hour.'), kind: 'unknown', text: '' } as const
  const wish = 'Have a nice weekend!'
  const { reply } = await new Conversation('en', { [wish]: { ...near, confidence: 0.3 } }).say(wish)
  expect(reply.citations).toEqual([])
})

describe('a question that names no deed', () => {
  it.each([
    ['en', 'May a contractor fly a drone over the terminal?', 'order_item', 0.62],
    ['en', 'Can we unload explosives at night?', 'order_item', 0.57],
    ['zh', '港口的诊所周末开门吗？', 'book_room', 0.56],
  ] as const)('starts nothing on a guess: %s: %s', async (language, text, intent, confidence) => {
    const { reply, state } = await new Conversation(language).say(text, { intent, confidence })
    expect(reply.kind).toBe('unknown')
    expect(state.flow).toBeNull()
  })

  it.each([
    ['en', 'Could you get me a new chair?', 'order_item', 0.62],
    ['en', 'Can we book a room for Monday?', 'book_room', 0.62],
    ['zh', '能不能借个投影仪？', 'order_item', 0.6],
  ] as const)('and one that does still starts it: %s: %s', async (language, text, intent, confidence) => {
    expect((await new Conversation(language).say(text, { intent, confidence })).reply.kind).toBe('flow')
  })
})

describe('a question with a matter of its own', () => {
  it('is not answered with what answers the one before it', async () => {
    const rules = answerFrom('投诉由患者服务中心受理，三个工作日内答复。', ['住院病区管理手册', '投诉'])
    const answers = { 投诉几天答复: rules, '投诉几天答复，住院押金要交多少？': rules }
    const talk = new Conversation('zh', answers)
    await talk.say('投诉几天答复')
    expect((await talk.say('住院押金要交多少？')).reply.kind).toBe('unknown')
  })
})

describe('asking whether a person is there', () => {
  it.each(['你是真人吗', '你是不是真人？'])('calls nobody: %s', async (text) => {
    const { reply, acts } = await new Conversation('zh').say(text, { intent: 'ask_capabilities', confidence: 0.76 })
    expect(acts).toEqual([])
    expect(reply.kind).toBe('template')
  })

  it('is not asking for one: 我要真人 still does', async () => {
    expect((await new Conversation('zh').say('我要真人')).reply.kind).toBe('handoff')
  })
})

describe('a question that the library answers', () => {
  it.each([
    ['zh', '采购 8000 元需要谁审批？', 'ask_human'],
    ['zh', 'IT 服务台的分机是多少？', 'ask_human'],
    ['zh', '采购 8000 元需要谁审批？', 'ask_person'],
    ['en', 'Who approves a purchase of 8,000 euros?', 'ask_human'],
    ['en', 'Who approves a purchase of 8,000 euros?', 'ask_capabilities'],
  ] as const)('is answered, whatever person it reminds the head of: %s: %s as %s', async (language, text, intent) => {
    const answers = {
      [text]: answerFrom(language === 'zh' ? '由部门负责人审批，分机 8080。' : 'The head of department approves.'),
    }
    const { reply, acts } = await new Conversation(language, answers).say(text, { intent, confidence: 0.55 })
    expect(acts).toEqual([])
    expect(reply.kind).toBe('answer')
  })

  it('and a plain wish for a person still is one, whatever the library holds', async () => {
    const text = 'Can I talk to a person?'
    const talk = new Conversation('en', { [text]: answerFrom('People talk in the canteen.') })
    expect((await talk.say(text, { intent: 'ask_human' })).reply.kind).toBe('handoff')
  })
})

describe('a wish orders nothing', () => {
  it.each([
    ['zh', '要是有人修一下咖啡机就好了'],
    ['en', 'If only someone fixed the coffee machine'],
  ] as const)('%s: %s', async (language, text) => {
    const { state } = await new Conversation(language).say(text, { intent: 'order_item', confidence: 0.9 })
    expect(state.flow).toBeNull()
  })
})

describe('a count below one', () => {
  it.each([
    ['en', 'order -3 copies of Dune', { '3 copies': copies(3, 'copies') }],
    ['zh', '我要订购负三本《三体》', { 三本: copies(3, '本') }],
  ] as const)('is not taken for the count without its sign: %s: %s', async (language, text, values) => {
    const { state } = await new Conversation(language).say(text, { intent: 'order_book', values })
    expect(state.flow?.slots).not.toMatchObject({ quantity: 3 })
  })

  it('changes nothing, and says so', async () => {
    const talk = new Conversation('zh')
    const asked = await talk.say('我需要订购《三体》这本书', {
      intent: 'order_book',
      values: { '《三体》': { type: 'title', title: '三体' } },
    })
    const { reply } = await talk.say('负五本', { values: { 五本: copies(5, '本') } })
    expect(reply.text).toBe(`这句话我没有看懂。\n${asked.reply.text}`)
  })

  it('leaves a range and a list alone', async () => {
    const text = 'order a book - 3 copies of Dune'
    const { state } = await new Conversation('en').say(text, { intent: 'order_book', values: { '3': number(3) } })
    expect(state.flow?.slots).toMatchObject({ quantity: 3 })
  })
})

it('reads what the money was spent on, not who spent it', async () => {
  const text = 'I spent 45 euros on a taxi yesterday, please reimburse'
  const { state } = await new Conversation('en').say(text, {
    intent: 'submit_expense',
    values: { '45 euros': { type: 'amount', amount: 45, currency: 'EUR' } },
  })
  expect(state.flow?.slots).toEqual({ amount: 45, currency: 'EUR', reason: 'taxi' })
})
