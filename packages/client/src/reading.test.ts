import type { Message } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { freshReading, type ReadingState, readingAfterDeletion, readingAfterMark, readingAfterMessage } from './reading'
import { WorkspaceModel } from './testing/workspace-model'

const model = new WorkspaceModel()
const channelId = model.createChannel('general', [model.me, model.colleague])
const sample = model.post(channelId, model.colleague, 'sample')

const start: ReadingState = { readNumber: 10, unreadMentions: [], reading: freshReading }
const mine = (messageNumber: number): Message => ({ ...sample, messageNumber, authorId: model.me.id })
const naming = (messageNumber: number): Message => ({ ...sample, messageNumber, mentions: [model.me.id] })
const after = (state: ReadingState, message: Message) => readingAfterMessage(state, message, model.me.id)
const mark = (readNumber: number, lastMessageNumber: number, unreadMentions: number[] = []) =>
  ({ type: 'read-moved', channelId, readNumber, lastMessageNumber, unreadMentions }) as Parameters<
    typeof readingAfterMark
  >[1]
const seen = ({ readNumber, unreadMentions }: ReadingState) => ({ readNumber, unreadMentions })

describe('my own message and a mark that I made on another device', () => {
  it('end alike in either order, when the mark was made after the message', () => {
    const message = mine(11)
    const unread = mark(4, 11)
    expect(seen(readingAfterMark(after(start, message), unread))).toEqual({ readNumber: 4, unreadMentions: [] })
    expect(seen(after(readingAfterMark(start, unread), message))).toEqual({ readNumber: 4, unreadMentions: [] })
  })

  it('end alike in either order, when the message was sent after the mark', () => {
    const message = mine(12)
    const unread = mark(4, 11)
    expect(seen(readingAfterMark(after(start, message), unread))).toEqual({ readNumber: 12, unreadMentions: [] })
    expect(seen(after(readingAfterMark(start, unread), message))).toEqual({ readNumber: 12, unreadMentions: [] })
  })
})

describe('messages that name me', () => {
  it('are counted once, whichever of mark and message comes first', () => {
    const counted = mark(4, 11, [11])
    expect(readingAfterMark(after(start, naming(11)), counted).unreadMentions).toEqual([11])
    expect(after(readingAfterMark(start, counted), naming(11)).unreadMentions).toEqual([11])
    expect(after(readingAfterMark(start, counted), naming(12)).unreadMentions).toEqual([11, 12])
  })

  it('are read with what I send, and gone with the message', () => {
    const called = after(start, naming(11))
    expect(called.unreadMentions).toEqual([11])
    expect(after(called, mine(12)).unreadMentions).toEqual([])
    expect(readingAfterDeletion(called, 11).unreadMentions).toEqual([])
    expect(readingAfterDeletion(called, null).unreadMentions).toEqual([11])
  })

  it('stay gone when a mark that counted them arrives after their deletion', () => {
    const deleted = readingAfterDeletion(after(start, naming(11)), 11)
    expect(readingAfterMark(deleted, mark(4, 11, [11])).unreadMentions).toEqual([])
  })

  it('call me with everybody, but not by myself', () => {
    expect(after(start, { ...sample, messageNumber: 11, isForEveryone: true }).unreadMentions).toEqual([11])
    expect(after(start, { ...mine(11), isForEveryone: true }).unreadMentions).toEqual([])
  })
})
