import { describe, expect, it } from 'vitest'
import { readGraphQuestion } from './read-graph-question'

const read = (text: string) => {
  const question = readGraphQuestion(text)
  if (!question) return null
  const { anchor, types, anchorAt, wanted } = question
  const from = anchor.kind === 'name' ? anchor.name : `${anchor.status} ${anchor.of}`
  return `${types[0]} ${anchorAt} ${from}${wanted ? ` (${wanted})` : ''}`
}

describe('a question of the graph', () => {
  it.each([
    ['Who is responsible for the payment gateway?', 'responsible_for to payment gateway'],
    ['谁负责支付网关？', 'responsible_for to 支付网关'],
    ['支付网关由谁负责？', 'responsible_for to 支付网关'],
    ['谁负责 Frutas Levante？', 'responsible_for to Frutas Levante'],
    ['誰負責支付網關？', 'responsible_for to 支付網關'],
    ['支付网关的负责人是谁', 'responsible_for to 支付网关'],
    ['who reports to Li Na?', 'reports_to to Li Na'],
    ['Who does Sofia report to?', 'reports_to from Sofia'],
    ['李娜向谁汇报？', 'reports_to from 李娜'],
    ['What does the gateway depend on?', 'depends_on from gateway'],
    ['支付网关依赖什么？', 'depends_on from 支付网关'],
    ['哪些系统依赖账务服务？', 'depends_on to 账务服务 (system)'],
    ['Which suppliers does the delayed project depend on?', 'depends_on from delayed project (organisation)'],
    ['延期的项目依赖哪些供应商？', 'depends_on from delayed project (organisation)'],
    ['Who supplies the castings?', 'supplier_of to castings'],
    ['铸件的供应商是谁？', 'supplier_of to 铸件'],
    ['Which projects are delayed?', 'has_status to delayed null (project)'],
    ['哪些项目延期了？', 'has_status to delayed null (project)'],
    ['When is Aurora due?', 'due from Aurora'],
    ['极光项目什么时候上线？', 'due from 极光项目'],
    ['Where is the archive?', 'located_in from archive'],
    ['档案在哪里？', 'located_in from 档案'],
  ])('%s', (text, asked) => {
    expect(read(text)).toBe(asked)
  })

  it.each([
    'How many days of leave do I have?',
    'Who are you?',
    'What does it depend on?',
    '年假有几天？',
    '你是谁？',
    'Where can I park?',
    'The gateway depends on the ledger.',
  ])('is not: %s', (text) => {
    expect(read(text)).toBeNull()
  })
})
