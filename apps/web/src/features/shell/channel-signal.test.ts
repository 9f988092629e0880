import { expect, it } from 'vitest'
import { channelSignal, countCalls, type Signalled } from './channel-signal'

type Facts = Partial<Omit<Signalled, 'channel'> & Signalled['channel']>

const viewOf = ({ kind = 'public', archivedAt = null, ...facts }: Facts): Signalled => ({
  channel: { kind, archivedAt },
  ...{ lastMessageNumber: 0, readNumber: 0, unreadDeleted: [], unreadMentions: [], isMuted: false },
  ...facts,
})

it('is bold with unread messages, and counts only those that name the person', () => {
  expect(channelSignal(viewOf({ lastMessageNumber: 9, readNumber: 4 }))).toEqual({ isUnread: true, calls: 0 })
  expect(channelSignal(viewOf({ lastMessageNumber: 9, readNumber: 4, unreadMentions: [6, 8] }))).toEqual({
    isUnread: true,
    calls: 2,
  })
  expect(channelSignal(viewOf({ lastMessageNumber: 9, readNumber: 9 }))).toEqual({ isUnread: false, calls: 0 })
})

it('counts every unread message of a direct channel', () => {
  expect(channelSignal(viewOf({ kind: 'direct', lastMessageNumber: 3 })).calls).toBe(3)
})

it('keeps a muted channel quiet but for mentions', () => {
  const muted = viewOf({ lastMessageNumber: 9, unreadMentions: [6], isMuted: true })
  expect(channelSignal(muted)).toEqual({ isUnread: false, calls: 1 })
  expect(channelSignal(viewOf({ kind: 'direct', lastMessageNumber: 3, isMuted: true })).calls).toBe(0)
})

it('counts in the title neither muted nor archived channels', () => {
  const views = [
    viewOf({ lastMessageNumber: 2, unreadMentions: [2] }),
    viewOf({ kind: 'direct', lastMessageNumber: 3 }),
    viewOf({ lastMessageNumber: 2, unreadMentions: [2], isMuted: true }),
    viewOf({ lastMessageNumber: 2, unreadMentions: [2], archivedAt: '2026-11-23T10:00:00Z' }),
  ]
  expect(countCalls(views)).toBe(4)
})
