import { describe, expect, it } from 'vitest'
import { classifiedPart } from '../features/classified-part'
import { withoutQuotes } from './without-quotes'

const left = (message: string) => withoutQuotes(message).trim()

describe('what a message quotes of earlier ones', () => {
  it.each([
    ['> 请王伟周五前提交报告\n> 谢谢\n\n好的，收到', '好的，收到'],
    ['Sounds good\n\nOn Mon, 23 Nov 2026 at 09:00, Ben Hill wrote:\n> please send the slides', 'Sounds good'],
    ['可以\n\n-----原始邮件-----\n发件人：李梅\n请尽快付款', '可以'],
    ['Fine with me.\nFrom: Ben\nSent: Monday\nPlease call the bank', 'Fine with me.'],
    ['同意\n2026年11月23日，王伟 <w@example.com> 写道：\n请审批', '同意'],
  ])('is not what its writer says: %j', (message, expected) => {
    expect(left(message)).toBe(expected)
    expect(classifiedPart(message).trim()).toBe(expected)
  })

  it('is what it says where there is nothing else', () => {
    expect(left('> 请王伟周五前提交报告')).toBe('> 请王伟周五前提交报告')
  })

  it.each(['5 > 3 is true', '报销 >500 要审批', 'From: here to there it is far', '他写道：好'])(
    'is not seen in %j',
    (message) => {
      expect(left(message)).toBe(message)
    },
  )

  it('leaves places as they are', () => {
    const message = '> one\n\ntwo'
    expect(withoutQuotes(message)).toHaveLength(message.length)
  })

  it.each(['> '.repeat(20_000), 'on '.repeat(13_000), '>\n'.repeat(20_000), 'From: x\n'.repeat(5_000)])(
    'is found in 40,000 characters within 100 ms',
    (message) => {
      withoutQuotes(message)
      const startedAt = process.cpuUsage()
      withoutQuotes(message)
      const { user, system } = process.cpuUsage(startedAt)
      expect((user + system) / 1000).toBeLessThan(100)
    },
  )
})
