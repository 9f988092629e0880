import { describe, expect, it } from 'vitest'
import { checkReply } from './check-reply'
import type { Draft } from './draft'
import { answerFrom } from './testing/conversation-of'

const draft = (changes: Partial<Draft> = {}): Draft => ({
  kind: 'template',
  language: 'en',
  text: 'All right.',
  values: [],
  citations: [],
  reasons: [{ key: 'notUnderstood', values: {} }],
  ...changes,
})
const { citations } = answerFrom('The office opens at 8 am. It closes at 9 pm.')

describe('a reply that may go out', () => {
  it.each<[string, Partial<Draft>]>([
    ['plain words', {}],
    ['a Chinese name in an English reply', { text: 'Hello 王伟.', values: ['王伟'] }],
    ['braces that a person wrote', { text: 'Title: “{x}”', values: ['{x}'] }],
    [
      'one sentence of a source',
      { kind: 'answer', text: 'It closes at 9 pm.', values: ['It closes at 9 pm.'], citations },
    ],
    [
      'a Chinese lead-in before an English quote',
      {
        kind: 'answer',
        language: 'zh',
        text: '资料原文是英文：\nIt closes at 9 pm.',
        values: ['It closes at 9 pm.'],
        citations,
      },
    ],
    [
      'two sentences of a source, after a lead-in that names its title',
      {
        kind: 'answer',
        language: 'zh',
        text: '英文资料《Handbook》中写道：The office opens at 8 am. It closes at 9 pm.',
        values: ['The office opens at 8 am. It closes at 9 pm.', 'Handbook'],
        citations,
      },
    ],
    ['a number and a date', { text: 'Order 1234567890 is due on 2026-11-27.' }],
  ])('%s', (_, changes) => {
    const checked = checkReply(draft(changes))
    expect(checked.faults).toEqual([])
    expect(checked.reply.text).toBe(changes.text ?? 'All right.')
  })
})

describe('a reply that may not', () => {
  it.each<[string, Partial<Draft>]>([
    ['empty', { text: ' \n' }],
    ['unfilledPlaceholder', { text: 'Hello {name}.' }],
    ['wrongLanguage', { text: '好的。' }],
    ['wrongLanguage', { language: 'zh', text: 'All right.' }],
    ['ungrounded', { kind: 'answer', text: 'The office opens at 8 am. Bring cake.', citations }],
    ['ungrounded', { kind: 'answer', text: 'The office opens at 8 am.', citations: [] }],
    ['secret', { text: `Use AKIA${'ABCD'.repeat(4)} for it.` }],
    ['secret', { text: 'The password is hunter2-Xy9.' }],
    ['secret', { language: 'zh', text: '数据库密码：Tr0ub4dor3' }],
    ['secret', { text: 'postgres://app:s3cret@db.example/app' }],
  ])('%s', (fault, changes) => {
    const { reply, faults } = checkReply(draft(changes))
    expect(faults).toContain(fault)
    expect(reply.kind).toBe('unknown')
    expect(reply.text).not.toBe(changes.text)
    expect(reply.reasons).toHaveLength(faults.length)
  })

  it('is replaced by one that passes the same checks', () => {
    for (const language of ['zh', 'en'] as const) {
      const { confidence: _none, ...reply } = checkReply(draft({ text: '', language })).reply
      expect(checkReply(draft(reply)).faults).toEqual([])
    }
  })
})
