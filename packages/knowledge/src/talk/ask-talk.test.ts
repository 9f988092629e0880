import { describe, expect, it } from 'vitest'
import { askTalk } from './ask-talk'
import { inContext } from './in-context'
import { readTalkQuestion } from './read-talk-question'

const people = ['Ann', 'Ben', 'Cho'].map((name) => ({ id: name.toLowerCase(), name, aliases: [] }))

/** `speaker: text` a line, a day apart; `>` replies to the first. */
async function ask(text: string, lines: readonly string[]) {
  const placed = lines.map((line, at) => {
    const [speakerId = '', ...words] = line.replace(/^> /, '').split(': ')
    const threadId = line.startsWith('> ') ? 'm0' : null
    return { id: `m${at}`, speakerId, text: words.join(': '), at: at * 86_400_000, channelId: 'c', threadId }
  })
  const question = readTalkQuestion(text, { askerId: 'ann', now: '2026-01-28T09:00:00+00:00', people })
  const found = { messages: inContext(placed), tasks: [], shares: question.words.map(() => 0.01) }
  return askTalk({ question, found, people, encoder: null })
}

describe('what people wrote', () => {
  it('gives the last decision about a matter first, and the one that it replaced below', async () => {
    const { kind, quotes } = await ask('What did we decide about the printer supplier?', [
      'ann: We decided on Oki as the printer supplier.',
      'ben: The weather is lovely.',
      'ann: We have decided to take Brother as the printer supplier instead.',
    ])
    expect(kind).toBe('answer')
    expect(quotes.map(({ messageId }) => messageId)).toEqual(['m2', 'm0'])
  })

  it('understands an answer by what it answers', async () => {
    const { quotes } = await ask('When did Ben say he would repair the lift?', [
      'ann: When will the lift be repaired?',
      '> ben: I will do it on Thursday.',
    ])
    expect(quotes[0]).toMatchObject({ messageId: 'm1', text: 'I will do it on Thursday.' })
  })

  it('takes nobody’s promise for somebody else’s', async () => {
    const { kind, quotes } = await ask('When did Cho say she would repair the lift?', [
      'ben: I will repair the lift on Thursday.',
    ])
    expect([kind, quotes]).toEqual(['unknown', []])
  })

  it('names who claims and answers before who asks', async () => {
    const { experts } = await ask('Who knows about the lift motor?', [
      'ann: Why does the lift motor hum?',
      '> ben: I maintain the lift motor, it needs grease.',
      'ann: Is the lift motor loud today?',
    ])
    expect(experts[0]).toBe('ben')
    expect(experts).not.toContain('ann')
  })

  it('answers what was decided with a decision, or with a word that it is open', async () => {
    const asked = 'What did we decide about the printer supplier?'
    const none = await ask(asked, ['ann: Buying from the printer supplier makes sense only if the price falls.'])
    expect(none.kind).toBe('unknown')
    const open = await ask(asked, ['ann: The printer supplier is still undecided, we look again in February.'])
    expect(open.kind).toBe('answer')
  })

  it('answers who is responsible with a word that somebody is', async () => {
    const asked = '谁负责短信网关？'
    expect((await ask(asked, ['ben: 仓库换了货架，挡住了短信网关。'])).kind).toBe('unknown')
    expect((await ask(asked, ['ben: 短信网关现在由李娜负责。'])).kind).toBe('answer')
  })

  it('names whoever alone wrote about it, in either language, and nobody for a part of its name', async () => {
    const wrote = 'ben: 支付网关今天又超时了，我改了重试的间隔。'
    expect((await ask('谁懂支付网关？', [wrote])).experts).toEqual(['ben'])
    expect((await ask('谁懂支付网关？', ['ben: I maintain the payment gateway.'])).experts).toEqual(['ben'])
    expect((await ask('谁懂支付网关？', ['ben: 工资由我负责支付。'])).experts).toEqual([])
  })

  it('names whom others name', async () => {
    const { experts } = await ask('Who knows about the lift motor?', [
      'ann: Ask Cho about the lift motor, she knows it well.',
    ])
    expect(experts).toEqual(['cho'])
  })

  it('quotes no question, no code and no quotation', async () => {
    const { quotes } = await ask('What did we decide about the lift?', [
      'ann: Did we decide to sell the lift?',
      'ben: > We decided to sell the lift.\n```\nWe decided to drop the lift\n```',
    ])
    expect(quotes).toEqual([])
  })

  it.each([
    [
      'What does the mail relay depend on?',
      'The mail relay depends on Postgres.',
      'The mail relay does not depend on Postgres.',
    ],
    [
      'Who owns the badge portal?',
      'Castline owns the badge portal.',
      'If Castline owned the badge portal, we would know.',
    ],
    ['When is Project Vega due?', 'Project Vega is due on 18 December.', 'Project Helios is due on 18 December.'],
    ['When does the canteen open?', 'The canteen opens at 11:30.', 'The canteen opens with soup.'],
    ['邮件网关依赖什么？', '邮件网关依赖账务系统。', '邮件网关不依赖账务系统。'],
    ['结算平台在哪里？', '结算平台在利兹机房。', '结算平台依赖账务系统。'],
  ])(
    'answers %s with what says so, and not with what denies, supposes, lacks or mistakes it',
    async (text, right, wrong) => {
      expect((await ask(text, [`ben: ${right}`])).quotes[0]?.text).toBe(right)
      expect((await ask(text, [`ben: ${wrong}`])).quotes).toEqual([])
    },
  )

  it('answers why with a reason, and shows what only speaks of the matter as the closest', async () => {
    const why = 'Why does the mail relay retry twice?'
    const given = await ask(why, [
      'ben: I maintain the mail relay, I wrote its retry code.',
      'cho: The mail relay does retry twice because the bank drops the first call.',
    ])
    expect([given.kind, given.quotes[0]?.messageId]).toEqual(['answer', 'm1'])
    const none = await ask(why, ['ben: I maintain the mail relay, I wrote the code that makes it retry twice.'])
    expect([none.kind, none.quotes[0]?.messageId]).toEqual(['unknown', 'm0'])
    const replied = await ask('打印机为什么老卡纸？', [
      'ann: 打印机为什么老卡纸？',
      '> ben: 打印机搓纸轮旧了，周四来换。',
    ])
    expect(replied.kind).toBe('answer')
  })

  it('is not put off by a denial beside the matter, nor by one that is asked for', async () => {
    const where = await ask('Where are the load test scripts?', [
      'ben: The load test scripts are in tools/load, never in the wiki.',
    ])
    expect(where.kind).toBe('answer')
    const whether = await ask('Does the mail relay depend on Postgres?', [
      'ben: The mail relay does not depend on Postgres.',
    ])
    expect(whether.kind).toBe('answer')
  })
})
