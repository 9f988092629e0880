import { type Message, MessageId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { stateFromSnapshot, withThread } from './client-state'
import { uuid, WorkspaceModel } from './testing/workspace-model'
import { type ThreadView, threadAfterReply, threadAfterSaved, unreadReplies } from './thread-view'

const model = new WorkspaceModel()
const channelId = model.createChannel('general', [model.me, model.colleague])
const sample = model.post(channelId, model.colleague, 'sample')
const threadId = MessageId.parse(uuid(9_000))

const reply = (replyNumber: number, part: Partial<Message> = {}): Message => ({
  ...sample,
  ...{ threadId, replyNumber, threadAuthorId: model.colleague.id },
  ...part,
})
const mine = { authorId: model.me.id }
const naming = { mentions: [model.me.id] }
const after = (thread: ThreadView | undefined, message: Message) => threadAfterReply(thread, message, model.me.id)

describe('a thread is followed', () => {
  it('by who writes in it, who is named in it and who began it, and by nobody else', () => {
    expect(after(undefined, reply(3))).toBeUndefined()
    expect(after(undefined, reply(3, mine))).toMatchObject({ isFollowing: true, readNumber: 3 })
    expect(after(undefined, reply(3, naming))).toMatchObject({ isFollowing: true, readNumber: 2 })
    expect(after(undefined, reply(1, { threadAuthorId: model.me.id }))).toMatchObject({
      isFollowing: true,
      readNumber: 0,
    })
  })

  it('no longer by who said so, until they write or are named again', () => {
    const followed = after(undefined, reply(1, mine))
    const left = threadAfterSaved(followed, { ...(followed as ThreadView), isFollowing: false })
    expect(after(left, reply(2))?.isFollowing).toBe(false)
    expect(after(left, reply(2, { threadAuthorId: model.me.id }))?.isFollowing).toBe(false)
    expect(after(left, reply(2, naming))?.isFollowing).toBe(true)
  })
})

describe('the two streams that change a thread', () => {
  const followed = after(undefined, reply(1, mine)) as ThreadView
  const saved = (replyCount: number, part: Partial<ThreadView> = {}) => ({ ...followed, replyCount, ...part })

  it('end alike in either order, when the reply was written before the change', () => {
    const change = saved(2, { isFollowing: false })
    const known = threadAfterSaved(after(followed, reply(2, naming)), change)
    const late = after(threadAfterSaved(followed, change), reply(2, naming))
    for (const thread of [known, late]) expect(thread).toMatchObject({ isFollowing: false, replyCount: 2 })
  })

  it('end alike in either order, when it was written after the change', () => {
    const change = saved(1, { isFollowing: false })
    const known = threadAfterSaved(after(followed, reply(2, naming)), change)
    const late = after(threadAfterSaved(followed, change), reply(2, naming))
    for (const thread of [known, late])
      expect(thread).toMatchObject({ isFollowing: true, replyCount: 2, readNumber: 1 })
  })
})

it('a position guessed from a reply gives way to the one that the server tells, however late', () => {
  const guessed = after(undefined, reply(7, naming)) as ThreadView
  expect(guessed.readNumber).toBe(6)
  expect(threadAfterSaved(guessed, { ...guessed, replyCount: 7, readNumber: 2 }).readNumber).toBe(2)
  const answered = after(guessed, reply(8, mine)) as ThreadView
  expect(threadAfterSaved(answered, { ...guessed, replyCount: 7, readNumber: 2 }).readNumber).toBe(8)
})

it('unread replies are those of followed threads', () => {
  const followed = after(after(undefined, reply(1, mine)), reply(2)) as ThreadView
  expect(unreadReplies(followed)).toBe(1)
  expect(unreadReplies({ ...followed, isFollowing: false })).toBe(0)
})

describe('of many threads', () => {
  const viewOf = (number: number, part: Partial<ThreadView> = {}): ThreadView => ({
    ...{ threadId: MessageId.parse(uuid(10_000 + number)), channelId, isFollowing: true },
    ...{ replyCount: 1, readNumber: 1, lastReplyAt: new Date(number * 1_000).toISOString(), calledAt: 0, repliedAt: 0 },
    ...part,
  })
  const holding = (views: readonly ThreadView[]) => views.reduce(withThread, stateFromSnapshot(model.snapshot()))

  it('those are kept that were replied in last, and those that hold something unread', () => {
    const unread = viewOf(1, { replyCount: 2 })
    const many = Array.from({ length: 1_100 }, (_, index) => viewOf(index + 2))
    const { threads } = holding([unread, ...many])
    expect(threads.size).toBe(1_000)
    expect(threads.has(unread.threadId)).toBe(true)
    expect(threads.has(many[0]?.threadId as MessageId)).toBe(false)
    expect(threads.has(many.at(-1)?.threadId as MessageId)).toBe(true)
  })
})
