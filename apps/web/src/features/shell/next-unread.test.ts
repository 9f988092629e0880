import { expect, it } from 'vitest'
import { nextUnread } from './next-unread'

const view = (id: string, unread: number, isMuted = false) => ({
  channel: { id, kind: 'public' as const, archivedAt: null },
  ...{ lastMessageNumber: unread, readNumber: 0, unreadDeleted: [], unreadMentions: [], isMuted },
})
const list = [view('a', 1), view('b', 0), view('c', 2), view('d', 3, true)]

it('goes down the list to what is unread, and round to its beginning', () => {
  expect(nextUnread(list, 'a')?.channel.id).toBe('c')
  expect(nextUnread(list, 'c')?.channel.id).toBe('a')
  expect(nextUnread(list, undefined)?.channel.id).toBe('a')
})

it('finds nothing where only the open channel or a muted one has something', () => {
  expect(nextUnread([view('a', 1), view('b', 0), view('d', 3, true)], 'a')).toBeUndefined()
})
