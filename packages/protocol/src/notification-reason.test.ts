import { describe, expect, it } from 'vitest'
import type { Message } from './entities'
import type { MessageId, UserId } from './ids'
import { type Listener, notificationReason } from './notification-reason'

const me = 'me' as UserId
const root = 'root' as MessageId
const plain: Parameters<typeof notificationReason>[0] = {
  authorId: 'other' as UserId,
  mentions: [],
  isForEveryone: false,
  threadId: null,
  isAlsoInChannel: false,
  deletedAt: null,
}
const listener: Listener = { userId: me, isDirect: false, level: 'mentions', isMuted: false, isFollowingThread: false }
const reason = (message: Partial<Message>, about: Partial<Listener> = {}) =>
  notificationReason({ ...plain, ...message }, { ...listener, ...about })

describe('a person is told', () => {
  it.each([
    ['of what names them', { mentions: [me] }, {}, 'mention'],
    ['of what names them in a muted channel', { mentions: [me] }, { isMuted: true }, 'mention'],
    ['of what calls everybody', { isForEveryone: true }, {}, 'everyone'],
    ['of direct messages', {}, { isDirect: true }, 'direct'],
    ['of replies in a thread that they follow', { threadId: root }, { isFollowingThread: true }, 'thread'],
    ['of everything where they asked for it', {}, { level: 'all' }, 'channel'],
    ['of a reply that the channel shows', { threadId: root, isAlsoInChannel: true }, { level: 'all' }, 'channel'],
  ] as const)('%s', (_, message, about, expected) => {
    expect(reason(message as Partial<Message>, about)).toBe(expected)
  })
})

describe('a person is not told', () => {
  it.each([
    ['of what they wrote themselves', { authorId: me, mentions: [me] }, { isDirect: true, level: 'all' }],
    ['of what is deleted', { mentions: [me], deletedAt: '2026-11-27T00:00:00Z' }, { level: 'all' }],
    [
      'of anything at the level “nothing”',
      { mentions: [me], isForEveryone: true },
      { level: 'nothing', isDirect: true },
    ],
    ['of what calls everybody in a muted channel', { isForEveryone: true }, { isMuted: true }],
    ['of a muted direct message', {}, { isDirect: true, isMuted: true }],
    ['of talk in a channel', {}, {}],
    ['of a reply in a thread that they do not follow', { threadId: root }, { level: 'all' }],
  ] as const)('%s', (_, message, about) => {
    expect(reason(message as Partial<Message>, about as Partial<Listener>)).toBeNull()
  })
})
