import type { Message } from '@parley/protocol'
import { expect, it } from 'vitest'
import { isTakenBack } from './is-taken-back'

const sent = { createdAt: '2026-11-28T10:00:00Z', deletedAt: '2026-11-28T10:00:08Z', threadId: null, replyCount: 0 }
const isGone = (change: Partial<Message>) => isTakenBack({ ...sent, ...change } as Message)

it('leaves no trace of what was deleted right after it was sent', () => {
  expect(isGone({})).toBe(true)
})

it.each([
  ['was not deleted', { deletedAt: null }],
  ['was deleted later', { deletedAt: '2026-11-28T10:05:00Z' }],
  ['was replied to', { replyCount: 1 }],
  ['is a reply itself, which its thread counts', { threadId: 'root' as Message['threadId'] }],
])('keeps the place of what %s', (_, change) => {
  expect(isGone(change)).toBe(false)
})
