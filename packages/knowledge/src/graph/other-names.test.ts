import { describe, expect, it } from 'vitest'
import { extractRelations } from './extract-relations'

const context = {
  people: [{ id: 'na', name: '李娜', aliases: [] }],
  at: '2026-11-20T09:00:00Z',
}
const read = (text: string) =>
  extractRelations(text, context).map(({ type, from, to }) => `${from.name} ${type} ${to.name}`)

describe('another name of a thing', () => {
  it.each([
    ['支付网关（payment gateway）今天很慢。', ['支付网关 same_as payment gateway']],
    ['The payment gateway (支付网关) is slow today.', ['payment gateway same_as 支付网关']],
    ['支付网关（英文名：PayGate）今天很慢。', ['支付网关 same_as PayGate']],
    ['结算系统又叫 Abacus。', ['结算系统 same_as Abacus']],
    ['The ledger service, also known as Abacus, is slow.', ['ledger service same_as Abacus']],
    ['支付网关（payment gateway）依赖账务服务。', ['支付网关 same_as payment gateway', '支付网关 depends_on 账务服务']],
    ['李娜负责支付网关（payment gateway）。', ['支付网关 same_as payment gateway', '李娜 responsible_for 支付网关']],
    [
      'The payment gateway (支付网关) depends on the ledger service.',
      ['payment gateway same_as 支付网关', 'payment gateway depends_on ledger service'],
    ],
  ])('is read out of: %s', (text, relations) => expect(read(text).toSorted()).toEqual(relations.toSorted()))

  it.each([
    '李娜（Li Na）今天不在。',
    '王芳（Fang Wang）明天来。',
    '网关（见 wiki）今天很慢。',
    '会议改到下午（周五之前）。',
    'The gateway (see below) is slow.',
    '第五天（day five）之前完成。',
    '支付网关是不是又叫 PayGate？',
  ])('is none in: %s', (text) => expect(read(text).filter((one) => one.includes('same_as'))).toEqual([]))
})
