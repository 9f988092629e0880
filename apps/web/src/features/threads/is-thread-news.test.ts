import type { ThreadView } from '@parley/client'
import { ChannelId, Event, MessageId, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { countUnreadThreads } from './count-unread-threads'
import { isThreadNews, type ListedThread } from './is-thread-news'

const id = (end: number) => `00000000-0000-7000-8000-${String(end).padStart(12, '0')}`
const channelId = ChannelId.parse(id(1))
const rootId = MessageId.parse(id(2))
const replyId = MessageId.parse(id(3))
const elsewhere = MessageId.parse(id(9))

const standing = { threadId: rootId, channelId, isFollowing: true, readNumber: 1, replyCount: 3, lastReplyAt: null }
const thread: ThreadView = { ...standing, calledAt: 0, repliedAt: 0 }
const message = {
  ...{ id: rootId, channelId, seq: 1, messageNumber: 1, threadId: null, replyNumber: null, isAlsoInChannel: false },
  ...{ threadAuthorId: null, replyCount: 1, lastReplyAt: null, authorId: UserId.parse(id(4)), clientMessageId: 'm1' },
  ...{ text: 'text', mentions: [], isForEveryone: false, files: [], reactions: [], pinnedAt: null, pinnedBy: null },
  ...{ createdAt: '2026-11-23T10:00:00Z', editedAt: null, deletedAt: null, card: null },
}
const reply = { ...message, id: replyId, threadId: rootId, replyNumber: 1 }
const listed: readonly ListedThread[] = [{ thread: standing, root: message, lastReplies: [reply] }]

const placed = { streamId: channelId, seq: 5, at: '2026-11-23T10:00:00Z' }
const event = (part: object) => Event.parse({ ...placed, ...part })
const isNews = (part: object, shown = listed) => isThreadNews(event(part), shown, new Map([[rootId, thread]]))

it('reads the list afresh when somebody replies in a followed thread, and not for what stands in a channel', () => {
  expect(isNews({ type: 'message-created', message: reply })).toBe(true)
  expect(isNews({ type: 'message-created', message })).toBe(false)
  expect(isNews({ type: 'message-created', message: { ...reply, threadId: elsewhere } })).toBe(false)
})

it('reads it afresh when a message changes that it shows, and for no other', () => {
  const edited = { type: 'message-edited', text: 'new', editedAt: '2026-11-23T11:00:00Z' }
  expect(isNews({ ...edited, messageId: replyId })).toBe(true)
  expect(isNews({ ...edited, messageId: elsewhere })).toBe(false)
})

it('reads it afresh when a thread comes or goes, and not when one is only read', () => {
  expect(isNews({ type: 'thread-saved', thread: standing })).toBe(false)
  expect(isNews({ type: 'thread-saved', thread: { ...standing, isFollowing: false } })).toBe(true)
  expect(isNews({ type: 'thread-saved', thread: standing }, [])).toBe(true)
})

it('counts threads, not replies, and only those that are followed', () => {
  expect(countUnreadThreads([thread, { ...thread, isFollowing: false }, { ...thread, readNumber: 3 }])).toBe(1)
})
