import { expect, it } from 'vitest'
import { relationAskedIn } from './says-relation'

const saysRelation = (question: string, sentence: string, isLaidOut?: boolean) =>
  relationAskedIn(question)(sentence, isLaidOut)

it.each([
  ['Who reports to Daniel?', 'Maria García reports to Daniel Okafor.'],
  ['Who reports to Daniel Okafor?', 'Daniel leads Maria and Wei.'],
  ['谁向李娜汇报？', 'The crew reports to Li Na.'],
  ['Who reports to Li Na?', '外勤组向李娜汇报。'],
  ['Who is responsible for the gateway?', 'Li Na looks after the gateway.'],
  ['How often is firmware released?', 'Four times a year.'],
])('“%s” may be answered by “%s”', (question, sentence) => expect(saysRelation(question, sentence)).toBe(true))

it.each([
  ['Who reports to Daniel?', 'Report every suspicion within one hour to Daniel Okafor.'],
  ['Who reports to Daniel?', 'The crew reports to Li Na.'],
  ['王伟向谁汇报？', '系统之间的关系由王伟每季度核对一次。'],
  ['谁向 Daniel 汇报？', '门店组向贺兰汇报。'],
])('“%s” is not answered by “%s”', (question, sentence) => expect(saysRelation(question, sentence)).toBe(false))

it('takes what is laid out at its word', () => {
  expect(saysRelation('谁负责接口文档？', '接口文档：吴倩', true)).toBe(true)
  expect(saysRelation('谁负责接口文档？', '接口文档：吴倩')).toBe(false)
})
