import { describe, expect, it } from 'vitest'
import { intentSegments } from './intent-segments'

const parts = (message: string) => intentSegments(message).map(({ start, end }) => message.slice(start, end))

describe('the parts of a message that may each want something', () => {
  it.each([
    ['book room 3 for Monday and tell Li Na', ['book room 3 for Monday', 'tell Li Na']],
    ['Cancel the weekly, then remind me at five', ['Cancel the weekly', 'remind me at five']],
    ['订周一的3号会议室，顺便告诉李娜', ['订周一的3号会议室', '告诉李娜']],
    ['帮我请周五的假然后取消下午的会', ['帮我请周五的假', '取消下午的会']],
    ['VPN is down. Who owns it?', ['VPN is down.', 'Who owns it?']],
  ])('%s', (message, expected) => {
    expect(parts(message)).toEqual(expected)
  })

  it('are none where a message is one part, or too long to be a few wishes', () => {
    expect(parts('订一间会议室')).toEqual([])
    expect(parts('book a room and tell me. '.repeat(40))).toEqual([])
  })

  it('are six at most', () => {
    expect(
      parts('one thing, two things, three things, four things, five things, six things, seven things'),
    ).toHaveLength(6)
  })
})
