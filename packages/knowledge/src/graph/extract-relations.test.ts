import { describe, expect, it } from 'vitest'
import { extractRelations } from './extract-relations'
import type { ReadingContext } from './relation'

const person = (name: string, ...aliases: string[]) => ({ id: name, name, aliases })
const context: ReadingContext = {
  people: [person('Wei Chen', '陈伟'), person('Tom Becker'), person('孙丽')],
  speaker: person('Nora'),
  team: 'Platform',
  at: '2026-11-20T09:00:00Z',
}
const read = (text: string) =>
  extractRelations(text, context).map(({ type, from, to }) => `${from.name} ${type} ${to.name}`)

describe('a pronoun', () => {
  it.each([
    ['Wei Chen is back. He is responsible for the invoice service.', ['Wei Chen responsible_for invoice service']],
    ['The payment gateway is slow. It depends on the ledger service.', ['payment gateway depends_on ledger service']],
    ['We are responsible for the billing API.', ['Platform responsible_for billing API']],
    ['孙丽回来了。她负责支付网关。', ['孙丽 responsible_for 支付网关']],
    ['支付网关今天很慢。它依赖账务服务。', ['支付网关 depends_on 账务服务']],
    ['我们负责计费接口。', ['Platform responsible_for 计费接口']],
  ])('stands for who or what was plainly spoken of: %s', (text, relations) => expect(read(text)).toEqual(relations))

  it.each([
    'Tom met Wei. He owns the search index.',
    'It depends on the weather.',
    'We depend on good weather.',
    '他负责物流系统。',
    '陈伟和孙丽都在。他负责物流系统。',
  ])('that may mean another states nothing: %s', (text) => expect(read(text)).toEqual([]))

  it('is quoted with the sentence that says whom it means', () => {
    const text = 'Hello. Wei Chen is back. He owns the search index.'
    const [found] = extractRelations(text, context)
    expect(text.slice(found?.start, found?.end)).toBe('Wei Chen is back. He owns the search index.')
  })
})
