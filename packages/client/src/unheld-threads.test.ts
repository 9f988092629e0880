import { ChannelId, MessageId, type ThreadState } from '@parley/protocol'
import { expect, it } from 'vitest'
import { uuid } from './testing/workspace-model'
import { UnheldThreads } from './unheld-threads'

const threadId = MessageId.parse(uuid(1))
const stateOf = (part: Partial<ThreadState>): ThreadState => ({
  ...{ threadId, channelId: ChannelId.parse(uuid(2)), isFollowing: true },
  ...{ readNumber: 0, replyCount: 1, lastReplyAt: '2026-11-20T10:00:00.000Z' },
  ...part,
})

/** A server that answers when it is told to. */
function start() {
  const waiting: { resolve(thread: ThreadState): void; reject(error: unknown): void }[] = []
  const taken: ThreadState[] = []
  const threads = new UnheldThreads({
    read: () => new Promise((resolve, reject) => void waiting.push({ resolve, reject })),
    take: (thread) => taken.push(thread),
  })
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { threads, waiting, taken, settled }
}

it('a thread that is followed is taken in', async () => {
  const { threads, waiting, taken, settled } = start()
  threads.note(threadId)
  waiting[0]?.resolve(stateOf({}))
  await settled()
  expect(taken).toEqual([stateOf({})])
})

it('a reply that came while the server was asked is not missed', async () => {
  const { threads, waiting, taken, settled } = start()
  threads.note(threadId)
  threads.note(threadId)
  expect(waiting).toHaveLength(1)
  waiting[0]?.resolve(stateOf({}))
  await settled()
  waiting[1]?.resolve(stateOf({ replyCount: 2 }))
  await settled()
  expect(taken.map(({ replyCount }) => replyCount)).toEqual([1, 2])
})

it('a thread that is not followed is asked for once, until somebody may follow it', async () => {
  const { threads, waiting, taken, settled } = start()
  threads.note(threadId)
  waiting[0]?.resolve(stateOf({ isFollowing: false }))
  await settled()
  threads.note(threadId)
  expect(waiting).toHaveLength(1)
  threads.forget(threadId)
  threads.note(threadId)
  expect(waiting).toHaveLength(2)
  expect(taken).toEqual([])
})

it('where the server cannot say, the next reply asks again', async () => {
  const { threads, waiting, settled } = start()
  threads.note(threadId)
  waiting[0]?.reject(new Error('away'))
  await settled()
  threads.note(threadId)
  expect(waiting).toHaveLength(2)
})
