import { describe, expect, it } from 'vitest'
import { readTalkQuestion } from './read-talk-question'

const people = [
  { id: 'weiz', name: 'Wei Zhang', aliases: [] },
  { id: 'weic', name: 'Wei Chen', aliases: [] },
  { id: 'lina', name: '李娜', aliases: ['Li Na'] },
  { id: 'wang', name: '王伟', aliases: [] },
  { id: 'asker', name: 'Nora Brandt', aliases: [] },
]
/** A Wednesday. */
const NOW = '2026-01-28T09:00:00+08:00'
const read = (text: string) => readTalkQuestion(text, { askerId: 'asker', now: NOW, people })
const wordsOf = (text: string) => read(text).words.map((word) => word.text)

describe('a question to what people wrote', () => {
  it.each([
    ['decision', 'What did we decide about the supplier?'],
    ['decision', '关于供应商我们定了什么？'],
    ['decision', 'Which logo did we pick in the end?'],
    ['commitment', 'When did Wei say he would ship?'],
    ['commitment', '李娜说什么时候发货？'],
    ['commitment', 'Who promised the report?'],
    ['expertise', 'Who knows about the payment gateway?'],
    ['expertise', '谁懂支付网关？'],
    ['expertise', '扫码模块谁比较熟悉？'],
    ['fact', 'What did Li Na say about the budget?'],
  ])('is for a %s: %s', (kind, text) => {
    expect(read(text)).toMatchObject({ kind, isAskedOfTalk: true })
  })

  it.each([
    'How many days of annual leave do I get?',
    'What does the travel policy say about hotels?',
    'Who approves travel expenses?',
    '出差每日餐补是多少？',
    '请假流程是什么？',
  ])('leaves to documents what asks for no talk: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'fact', isAskedOfTalk: false })
  })

  it('knows whose words are wanted, all of a name that several share', () => {
    expect(read('When did Wei say he would ship?').speakerIds.toSorted()).toEqual(['weic', 'weiz'])
    expect(read('When did Wei Chen say he would ship?').speakerIds).toEqual(['weic'])
    expect(read('When did Wang Wei say he would ship?').speakerIds).toEqual(['wang'])
    expect(read('李娜说什么时候发货？').speakerIds).toEqual(['lina'])
    expect(read('What did I promise about the offer?').speakerIds).toEqual(['asker'])
    expect(read('What was decided about Li Na’s desk?').speakerIds).toEqual([])
  })

  it('looks for what it is about, not for the words that ask', () => {
    expect(wordsOf('What did we decide about the castings supplier last week?')).toEqual(['castings', 'supplier'])
    expect(wordsOf('关于供应商我们最后定了什么？')).toEqual(['供应商'])
    expect(wordsOf('年会最后定在哪里？')).toEqual(['年会'])
  })

  it('reads when it was said by the calendar of who asks, and where', () => {
    const monday = Date.parse('2026-01-19T00:00:00+08:00')
    expect(read('What did we decide about the fair last week?').period).toEqual({
      from: monday,
      until: monday + 7 * 86_400_000,
    })
    expect(read('我们十一月定了什么供应商？').period).toEqual({
      from: Date.parse('2025-11-01T00:00:00+08:00'),
      until: Date.parse('2025-12-01T00:00:00+08:00'),
    })
    expect(read('How many chargebacks were there in September?').period).toBeNull()
    expect(read('What did we decide in #design about the logo?').placeNames).toEqual(['design'])
  })

  it('takes a question of any length in no time', () => {
    const startedAt = performance.now()
    read(`what did we decide about ${'did we say we '.repeat(3_000)}`)
    read('谁说过我们'.repeat(8_000))
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
