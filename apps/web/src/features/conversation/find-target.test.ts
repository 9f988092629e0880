import { ChannelId, type Message, MessageId, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import type { Row } from './build-rows'
import { indexOfTarget, isHeld } from './find-target'

const id = (end: number) => `00000000-0000-7000-8000-${String(end).padStart(12, '0')}`

const message = (seq: number): Message => ({
  id: MessageId.parse(id(seq)),
  channelId: ChannelId.parse(id(1)),
  seq,
  messageNumber: seq,
  ...{ threadId: null, replyNumber: null, threadAuthorId: null, isAlsoInChannel: false },
  ...{ replyCount: 0, lastReplyAt: null, mentions: [], isForEveryone: false, files: [], reactions: [] },
  ...{ pinnedAt: null, pinnedBy: null },
  authorId: UserId.parse(id(2)),
  clientMessageId: `m${seq}`,
  text: 'text',
  createdAt: '2026-11-23T10:00:00Z',
  editedAt: null,
  deletedAt: null,
  card: null,
})

it('holds a message between its ends, the newest where it is live, and nothing while it changes', () => {
  const middle = {
    messages: [message(40), message(50)],
    ...{ fromSeq: 40, hasOlder: true, hasNewer: true, isOpened: true, loading: null },
  }
  expect([40, 41, 50, 51, null].map((seq) => isHeld(middle, seq))).toEqual([false, true, true, false, false])
  const whole = { ...middle, hasOlder: false, hasNewer: false }
  expect([1, 40, 99, null].map((seq) => isHeld(whole, seq))).toEqual([true, true, true, true])
  expect(isHeld({ ...whole, isOpened: false }, 41)).toBe(false)
  expect(isHeld({ ...whole, loading: { ticket: {}, changes: [], arrived: [] } }, 41)).toBe(false)
})

it('finds the row of a message, and none for the number of something else', () => {
  const rows: Row[] = [
    { kind: 'start', key: 'start' },
    { kind: 'message', key: 'a', message: message(3), isFirst: true },
    { kind: 'message', key: 'b', message: message(5), isFirst: false },
  ]
  expect(indexOfTarget(rows, 5)).toBe(2)
  expect(indexOfTarget(rows, 4)).toBe(-1)
  expect(indexOfTarget(rows, null)).toBe(-1)
})
