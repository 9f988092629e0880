import { describe, expect, it } from 'vitest'
import { readAddress } from './address'

const NAMES = ['Parley', 'assistant', '助手', '小助手']

describe('the address of a message', () => {
  it.each([
    ['@Parley hello', true, 'hello'],
    ['@助手 请把发布清单分配给王伟', true, '请把发布清单分配给王伟'],
    ['Could you help, @assistant?', true, 'Could you help, ?'],
    ['助手，你好', false, '你好'],
    ['Assistant: hello', false, 'hello'],
    ['assistant manager wanted', false, 'assistant manager wanted'],
    ['助手函数怎么写', false, '助手函数怎么写'],
    ['me@assistant.example', false, 'me@assistant.example'],
    ['@assistants', false, '@assistants'],
    ['@Parley', true, '@Parley'],
  ])('%s', (message, isAddressed, text) => {
    const address = readAddress(message, NAMES)
    expect(address).toMatchObject({ isAddressed, text })
    expect(address.masked).toHaveLength(message.length)
  })
})
