import type { Message } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { freshReading, type ReadingState, readingAfterDeletion, readingAfterMark, readingAfterMessage } from './reading'
import { unreadCount } from './selectors'
import { WorkspaceModel } from './testing/workspace-model'

const model = new WorkspaceModel()
const channelId = model.createChannel('general', [model.me, model.colleague])
const sample = model.post(channelId, model.colleague, 'sample')

const start: ReadingState = { readNumber: 10, unreadMentions: [], unreadDeleted: [], reading: freshReading }
const mine = (messageNumber: number): Message => ({ ...sample, messageNumber, authorId: model.me.id })
const naming = (messageNumber: number): Message => ({ ...sample, messageNumber, mentions: [model.me.id] })
const after = (state: ReadingState, message: Message) => readingAfterMessage(state, message, model.me.id)
const mark = (readNumber: number, lastMessageNumber: number, unreadMentions: number[] = []) =>
  ({
    type: 'read-moved',
    channelId,
    readNumber,
    lastMessageNumber,
    unreadMentions,
    unreadDeleted: [] as number[],
  }) as Parameters<typeof readingAfterMark>[1]
const seen = ({ readNumber, unreadMentions }: ReadingState) => ({ readNumber, unreadMentions })

describe('my own message and a mark that I made on another device', () => {
  it('end alike in either order, when the mark was made after the message', () => {
    const message = mine(11)
    const unread = mark(4, 11)
    expect(seen(readingAfterMark(after(start, message), unread, false))).toEqual({ readNumber: 4, unreadMentions: [] })
    expect(seen(after(readingAfterMark(start, unread, false), message))).toEqual({ readNumber: 4, unreadMentions: [] })
  })

  it('end alike in either order, when the message was sent after the mark', () => {
    const message = mine(12)
    const unread = mark(4, 11)
    expect(seen(readingAfterMark(after(start, message), unread, false))).toEqual({ readNumber: 12, unreadMentions: [] })
    expect(seen(after(readingAfterMark(start, unread, false), message))).toEqual({ readNumber: 12, unreadMentions: [] })
  })
})

describe('messages that name me', () => {
  it('are counted once, whichever of mark and message comes first', () => {
    const counted = mark(4, 11, [11])
    expect(readingAfterMark(after(start, naming(11)), counted, false).unreadMentions).toEqual([11])
    expect(after(readingAfterMark(start, counted, false), naming(11)).unreadMentions).toEqual([11])
    expect(after(readingAfterMark(start, counted, false), naming(12)).unreadMentions).toEqual([11, 12])
  })

  it('are read with what I send, and gone with the message', () => {
    const called = after(start, naming(11))
    expect(called.unreadMentions).toEqual([11])
    expect(after(called, mine(12)).unreadMentions).toEqual([])
    expect(readingAfterDeletion(called, 11, false).unreadMentions).toEqual([])
    expect(readingAfterDeletion(called, null, false).unreadMentions).toEqual([11])
  })

  it('stay gone when a mark that counted them arrives after their deletion', () => {
    const deleted = readingAfterDeletion(after(start, naming(11)), 11, false)
    expect(readingAfterMark(deleted, mark(4, 11, [11]), false).unreadMentions).toEqual([])
  })

  it('are remembered as deleted for as long as a mark may be on its way, not for good', () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1)
    const deleted = numbers.reduce((state: ReadingState, number) => readingAfterDeletion(state, number, false), start)
    expect(deleted.reading.deletedNumbers.size).toBeLessThanOrEqual(200)
    expect(readingAfterMark(deleted, mark(4, 10_000, [9_990]), false).unreadMentions).toEqual([])
  })

  it('call me with everybody, but not by myself', () => {
    expect(after(start, { ...sample, messageNumber: 11, isForEveryone: true }).unreadMentions).toEqual([11])
    expect(after(start, { ...mine(11), isForEveryone: true }).unreadMentions).toEqual([])
  })
})

describe('messages of a direct channel that are deleted unread', () => {
  const deleted = (state: ReadingState, number: number) => readingAfterDeletion(state, number, true)
  const unread = (state: ReadingState) => unreadCount({ ...state, lastMessageNumber: 14 })

  it('are not counted as unread, and those before and after them are', () => {
    expect(unread(start)).toBe(4)
    expect(unread(deleted(deleted(start, 12), 14))).toBe(2)
    expect(unread(deleted(start, 9))).toBe(4)
  })

  it('end alike in either order with a mark, whichever came first on the server', () => {
    const marked = { ...mark(8, 14), unreadDeleted: [9] }
    const afterwards = deleted(readingAfterMark(start, marked, true), 12)
    expect(afterwards.unreadDeleted).toEqual([9, 12])
    expect(readingAfterMark(deleted(start, 12), marked, true).unreadDeleted).toEqual([9, 12])
    expect(readingAfterMark(deleted(start, 12), mark(13, 14), true).unreadDeleted).toEqual([])
  })
})
