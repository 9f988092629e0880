import { describe, expect, it } from 'vitest'
import { readSignal } from './read-signal'

describe('a short answer', () => {
  it.each([
    ['确认', 'confirm'],
    ['好的，没问题', 'confirm'],
    ['No problem!', 'confirm'],
    ['嗯，就这样吧，谢谢', 'confirm'],
    ['Yes, please!', 'confirm'],
    ["that's right", 'confirm'],
    ['ok, go ahead', 'confirm'],
    ['取消', 'cancel'],
    ['算了，不要了', 'cancel'],
    ['Cancel it, please', 'cancel'],
    ['no thanks', 'cancel'],
    ['never mind', 'cancel'],
    ['不对', 'deny'],
    ['確認', 'confirm'],
    ['No.', 'deny'],
    ['我要修改一下', 'change'],
    ['change it', 'change'],
    ['继续刚才的订单', 'resume'],
  ] as const)('%s means %s', (text, signal) => {
    expect(readSignal(text)).toBe(signal)
  })

  it.each(['可以周五吗', '不，要两本', 'yesterday', 'no, Friday', '好书', 'okra', '', '谢谢'])('%s is none', (text) => {
    expect(readSignal(text)).toBeNull()
  })
})
