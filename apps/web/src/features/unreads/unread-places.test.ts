import type { ChannelView, ThreadView } from '@parley/client'
import { expect, it } from 'vitest'
import { placeKey, unreadPlaces } from './unread-places'

const channel = (id: string, unread: number, more: object = {}) =>
  ({
    channel: { id, kind: 'public', archivedAt: null },
    ...{ lastMessageNumber: 10 + unread, readNumber: 10, unreadDeleted: [], unreadMentions: [], isMuted: false },
    ...more,
  }) as unknown as ChannelView
const thread = (threadId: string, unread: number, lastReplyAt: string, isFollowing = true) =>
  ({ threadId, channelId: 'a', isFollowing, replyCount: 4 + unread, readNumber: 4, lastReplyAt }) as ThreadView

it('tells channels in their order, then followed threads with the newest reply first', () => {
  const views = [channel('b', 2), channel('a', 0), channel('c', 1)]
  const threads = [thread('old', 1, '2026-01-01'), thread('new', 3, '2026-02-01'), thread('read', 0, '2026-03-01')]
  expect(unreadPlaces(views, threads).map(placeKey)).toEqual(['b', 'c', 'new', 'old'])
})

it('leaves out a muted channel, unless it calls its reader, and a thread that is not followed', () => {
  const views = [channel('quiet', 3, { isMuted: true }), channel('calls', 3, { isMuted: true, unreadMentions: [12] })]
  expect(unreadPlaces(views, [thread('other', 1, '2026-01-01', false)]).map(placeKey)).toEqual(['calls'])
})

it('says from where to where a place is unread', () => {
  const [first, second] = unreadPlaces([channel('b', 2)], [thread('t', 3, '2026-01-01')])
  expect(first).toMatchObject({ readNumber: 10, newest: 12, unread: 2, threadId: null })
  expect(second).toMatchObject({ readNumber: 4, newest: 7, unread: 3, threadId: 't', channelId: 'a' })
})
