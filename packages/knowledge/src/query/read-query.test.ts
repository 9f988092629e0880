import { describe, expect, it } from 'vitest'
import { sourceNeedles } from './match-source'
import type { QuerySources } from './query-sources'
import { readQuery, searchedText } from './read-query'

const sources: QuerySources = {
  documents: [
    { id: 'travel-en', name: 'Travel policy' },
    { id: 'travel-zh', name: '差旅制度（2026版）' },
    { id: 'leave', name: 'Company leave policy.pdf' },
    { id: 'minutes-1', name: '会议纪要 2026-09-12' },
    { id: 'travel-plain', name: 'Travel and expenses' },
    { id: 'berlin', name: 'Berlin' },
  ],
  collections: [
    { id: 'people', name: 'People' },
    { id: 'hr-zh', name: '人事' },
  ],
  channels: [
    { id: 'design', name: 'design' },
    { id: 'design-zh', name: '设计' },
  ],
}

const read = (text: string) => {
  const query = readQuery({ text, sources })
  const parts = query.parts.map((part) =>
    'ids' in part ? `${part.kind}:${part.ids}` : 'words' in part ? `without:${part.words}` : part.kind,
  )
  return { type: query.type, parts, searched: searchedText(query) }
}

describe('where the answer is to stand', () => {
  it.each([
    ['In the travel policy, how much is a hotel?', 'document:travel-en', 'how much is a hotel?'],
    ['How much is a hotel according to the Travel Policy?', 'document:travel-en', 'How much is a hotel?'],
    ['差旅制度里住宿标准是多少？', 'document:travel-zh', '住宿标准是多少？'],
    ['在差旅制度里，住宿标准是多少？', 'document:travel-zh', '住宿标准是多少？'],
    ['《差旅制度》里住宿标准是多少？', 'document:travel-zh', '住宿标准是多少？'],
    ['根据差旅制度，住宿标准是多少？', 'document:travel-zh', '住宿标准是多少？'],
    ['会议纪要里供应商是谁？', 'document:minutes-1', '供应商是谁？'],
    ['How many days are carried over in the leave policy?', 'document:leave', 'How many days are carried over?'],
    ['What does the leave policy say about carry-over?', 'document:leave', 'What does the carry-over?'],
    [
      'How many days of leave are there in the People collection?',
      'collection:people',
      'How many days of leave are there?',
    ],
    ['人事知识库里年假有几天？', 'collection:hr-zh', '年假有几天？'],
    ['Which colour was chosen in #design?', 'channel:design', 'Which colour was chosen?'],
    ['在#设计里选了什么颜色？', 'channel:design-zh', '选了什么颜色？'],
    ['How much is a hotel in Travel and expenses?', 'document:travel-plain', 'How much is a hotel?'],
    ['设计频道里选了什么颜色？', 'channel:design-zh', '选了什么颜色？'],
  ])('%s', (text, part, searched) => {
    expect(read(text)).toMatchObject({ parts: [part], searched })
  })

  it.each([
    'How many desks are there in Berlin?',
    '年假有几天？',
    'In collection:secret, what is the password?',
    'What is in the secret plan?',
    '《绝密计划》里写了什么？',
    'What is said in #board?',
    'What is #design for?',
  ])('is anywhere for: %s', (text) => expect(read(text)).toMatchObject({ parts: [], searched: text }))

  it('is known in the other language, where the glossary knows the name', () => {
    const only = { ...sources, documents: [{ id: 'travel-zh', name: '差旅制度' }] }
    const query = readQuery({ text: 'How much is a hotel in the travel policy?', sources: only })
    expect(query.parts).toMatchObject([{ kind: 'document', ids: ['travel-zh'] }])
  })

  it('is looked for by what its name must hold', () => {
    const holds = (text: string, title: string) =>
      sourceNeedles(text).some((needle) => title.toLowerCase().includes(needle))
    expect(holds('How much is a hotel in the travel policy?', 'Company Travel Policies 2026')).toBe(true)
    expect(holds('How much is a hotel in the travel policy?', '差旅制度')).toBe(true)
    expect(holds('差旅制度里住宿标准是多少？', '差旅制度（2026版）')).toBe(true)
    expect(holds('差旅制度里住宿标准是多少？', '采购制度')).toBe(false)
    expect(sourceNeedles('年假有几天？')).toEqual([])
    expect(sourceNeedles('How many days of leave do I have?')).toEqual([])
  })

  it('is looked for in a pasted text of any length in no time', () => {
    const documents = Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, name: `第${at}号差旅管理制度` }))
    const text = '根据公司差旅制度里面住宿标准怎么规定，'.repeat(2_000)
    const begun = performance.now()
    readQuery({ text, sources: { ...sources, documents } })
    sourceNeedles(text)
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  it('is left in the search where nothing else is asked', () => {
    expect(read('What is in the travel policy?').searched).toBe('What is in the travel policy?')
  })
})

describe('how it is asked', () => {
  it.each([
    ['Who approves travel?', 'person'],
    ['报销流程和差旅流程有什么区别？', 'compare'],
    ['What is the difference between leave and time off?', 'compare'],
    ['哪些费用可以报销？', 'list'],
    ['Which cities have offices?', 'list'],
    ['List all offices', 'list'],
    ['年假有几天？', 'duration'],
    ['年假为什么没有结转？', 'reason'],
    ['Why was the price raised?', 'reason'],
    ['When did they raise the price?', 'time'],
    ['What happens when a badge is lost?', 'other'],
    ['What is the price of a badge?', 'money'],
    ['By what name is the depot known?', 'other'],
    ['誰負責支付網關？', 'person'],
    ['會議室在什麼地方？', 'place'],
    ['系统由哪几个部分组成？', 'list'],
    ['这个系统被称为什么？', 'definition'],
  ])('%s is %s', (text, type) => expect(read(text).type).toBe(type))

  it('keeps what would answer beside the form', () => {
    expect(readQuery({ text: '哪些城市在哪里？' })).toMatchObject({ type: 'list', answerType: 'place' })
  })

  it('names the words that say it', () => {
    const { asking, text } = readQuery({ text: '住宿标准是多少？' })
    expect(text.slice(asking?.start, asking?.end)).toBe('多少')
  })
})

describe('what stands before a question', () => {
  it.each([
    ['Does anybody know: how much is a hotel?', 'money', 'how much is a hotel?'],
    ['Hi all, quick question: where do I get a badge?', 'place', 'where do I get a badge?'],
    ['Do you know when the canteen opens?', 'time', 'when the canteen opens?'],
    ['谁知道年假有几天？', 'duration', '年假有几天？'],
    ['想问一下，会议室在哪里？', 'place', '会议室在哪里？'],
    ['Does anybody know: how much is a hotel in the travel policy?', 'money', 'how much is a hotel?'],
  ])('says nothing of what is asked: %s', (text, type, searched) => {
    expect(read(text)).toMatchObject({ type, searched })
  })

  it.each([
    ['Do you know Li Na?', 'yes-no'],
    ['谁知道支付网关？', 'person'],
  ])('is the question itself where nothing else asks: %s', (text, type) => expect(read(text).type).toBe(type))

  it('leaves the words that say the type where they stand', () => {
    const { asking, text } = readQuery({ text: 'Does anybody know: how much is a hotel?' })
    expect(text.slice(asking?.start, asking?.end)).toBe('how much is a')
  })
})

describe('what it must not be', () => {
  it.each([
    ['Which cities have offices except Berlin?', 'without:Berlin', 'Which cities have offices?'],
    ['除了柏林以外，哪些城市有办公室？', 'without:柏林', '哪些城市有办公室？'],
    ['除了柏林，住宿标准是多少？', 'without:柏林', '住宿标准是多少？'],
  ])('%s', (text, part, searched) => expect(read(text)).toMatchObject({ parts: [part], searched }))

  it.each(['哪些费用不能报销？', 'Which costs are not refunded?'])('is denied in: %s', (text) => {
    expect(read(text).parts).toEqual(['negation'])
  })

  it.each(['能不能报销？', '有没有年假？', "Don't I get a day off?"])('is not in: %s', (text) => {
    expect(read(text).parts).toEqual([])
  })
})

describe('people and times', () => {
  const withPerson = (text: string, name: string) => {
    const start = text.indexOf(name)
    return readQuery({ text, people: [{ start, end: start + name.length, ids: ['p'], name }] })
  }

  it.each([
    ['What did Li Na say about the supplier?', 'Li Na', 'from'],
    ['Which documents from Li Na name the supplier?', 'Li Na', 'from'],
    ['李娜说过供应商的事吗？', '李娜', 'from'],
    ['Who is the manager of Li Na?', 'Li Na', 'about'],
    ['Do I need approval from Li Na?', 'Li Na', 'about'],
    ['李娜的分机是多少？', '李娜', 'about'],
  ])('%s', (text, name, role) => expect(withPerson(text, name).parts).toMatchObject([{ kind: 'person', role }]))

  it.each([
    ['Which documents were changed last week?', 'last week', 'from'],
    ['上周新增了哪些文档？', '上周', 'from'],
    ['Who is on call last week?', 'last week', 'about'],
  ])('%s', (text, words, role) => {
    const start = text.indexOf(words)
    const times = [{ start, end: start + words.length, from: '2026-11-16', to: '2026-11-22' }]
    expect(readQuery({ text, times }).parts).toMatchObject([{ kind: 'time', role }])
  })
})
