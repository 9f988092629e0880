import type { OutgoingMessage } from '@parley/client'
import { ChannelId, type Message, MessageId, UserId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { buildRows, type RowSource } from './build-rows'

const id = (end: number) => `00000000-0000-7000-8000-${String(end).padStart(12, '0')}`
const channelId = ChannelId.parse(id(1))
const me = UserId.parse(id(2))
const other = UserId.parse(id(3))

const plain = {
  ...{ threadId: null, replyNumber: null, threadAuthorId: null, isAlsoInChannel: false },
  ...{ replyCount: 0, lastReplyAt: null, mentions: [], isForEveryone: false, files: [], reactions: [] },
  ...{ pinnedAt: null, pinnedBy: null, editedAt: null, deletedAt: null, card: null },
}

function message(number: number, authorId: UserId, createdAt: string, part: Partial<Message> = {}): Message {
  const place = { id: MessageId.parse(id(100 + number)), channelId, seq: number, messageNumber: number }
  return { ...place, ...plain, authorId, clientMessageId: `m${number}`, text: `text ${number}`, createdAt, ...part }
}

const source = (messages: readonly Message[], part: Partial<RowSource> = {}): RowSource => ({
  root: null,
  messages,
  numberOf: (it) => it.messageNumber,
  outgoing: [],
  hasOlder: false,
  hasNewer: false,
  myId: me,
  unread: { after: 99, upTo: 99 },
  reader: { language: 'en', timeZone: 'UTC' },
  ...part,
})

const kinds = (rows: ReturnType<typeof buildRows>) =>
  rows.map((row) => ('isFirst' in row && !row.isFirst ? `${row.kind}+` : row.kind))

describe('buildRows', () => {
  it('joins messages of a person within five minutes, and starts anew with somebody else or later', () => {
    const rows = buildRows(
      source([
        message(1, me, '2026-11-23T10:00:00Z'),
        message(2, me, '2026-11-23T10:04:59Z'),
        message(3, me, '2026-11-23T10:09:59Z'),
        message(4, other, '2026-11-23T10:10:00Z'),
      ]),
    )
    expect(kinds(rows)).toEqual(['start', 'day', 'message', 'message+', 'message', 'message'])
  })

  it('separates days as the reader’s zone has them', () => {
    const messages = [message(1, me, '2026-11-23T15:59:00Z'), message(2, me, '2026-11-23T16:01:00Z')]
    expect(kinds(buildRows(source(messages)))).toEqual(['start', 'day', 'message', 'message+'])
    const inShanghai = { reader: { language: 'zh', timeZone: 'Asia/Shanghai' } } as const
    expect(kinds(buildRows(source(messages, inShanghai)))).toEqual(['start', 'day', 'message', 'day', 'message'])
  })

  it('draws the unread line before the first unread message of others, and counts up to what was there at opening', () => {
    const messages = [
      message(1, other, '2026-11-23T10:00:00Z'),
      message(2, me, '2026-11-23T10:00:10Z'),
      message(3, other, '2026-11-23T10:00:20Z'),
      message(4, other, '2026-11-23T10:00:30Z'),
    ]
    const rows = buildRows(source(messages, { unread: { after: 1, upTo: 3 } }))
    expect(kinds(rows)).toEqual(['start', 'day', 'message', 'message', 'unread', 'message', 'message+'])
    expect(rows.find((row) => row.kind === 'unread')).toMatchObject({ count: 1 })
  })

  it('shows a message once while it is both outgoing and here, under one key', () => {
    const sent: OutgoingMessage = {
      clientMessageId: 'm1',
      channelId,
      threadId: null,
      isAlsoInChannel: false,
      text: 'text 1',
      fileIds: [],
      createdAtMs: Date.parse('2026-11-23T10:00:00Z'),
      status: 'sent',
      refusal: null,
      seq: 1,
    }
    const [before] = buildRows(source([], { outgoing: [sent] })).slice(-1)
    const after = buildRows(source([message(1, me, '2026-11-23T10:00:00Z')], { outgoing: [sent] }))
    expect(kinds(after)).toEqual(['start', 'day', 'message'])
    expect(after.at(-1)?.key).toBe(before?.key)
  })

  const talk = [1, 2, 3, 4].map((number) => message(number, other, `2026-11-23T10:0${number}:00Z`))

  it('changes no row that is there when older messages come in', () => {
    const unread = { after: 2, upTo: 4 }
    const before = buildRows(source(talk.slice(1), { hasOlder: true, unread }))
    const after = buildRows(source(talk, { unread }))
    expect(before.length).toBeGreaterThan(0)
    expect(after.slice(-before.length)).toEqual(before)
  })

  it('shows no unread line while the last read message may lie before what is held', () => {
    expect(kinds(buildRows(source(talk, { hasOlder: true, unread: { after: 0, upTo: 4 } })))).not.toContain('unread')
    expect(kinds(buildRows(source(talk, { unread: { after: 0, upTo: 4 } })))).toContain('unread')
  })

  it('shows nothing on its way where newer messages are not held', () => {
    const outgoing = [{ clientMessageId: 'm9', threadId: null, createdAtMs: 0 } as OutgoingMessage]
    expect(kinds(buildRows(source(talk, { outgoing })))).toContain('outgoing')
    expect(kinds(buildRows(source(talk, { outgoing, hasNewer: true })))).not.toContain('outgoing')
  })

  describe('of a thread', () => {
    const root = message(1, other, '2026-11-22T10:00:00Z', { replyCount: 3 })
    const reply = (number: number, authorId: UserId, createdAt: string) =>
      message(10 + number, authorId, createdAt, { messageNumber: 1, threadId: root.id, replyNumber: number })
    const inThread = (messages: readonly Message[], part: Partial<RowSource> = {}) =>
      buildRows(source(messages, { root, numberOf: (it) => it.replyNumber ?? 0, ...part }))

    it('begins with the root and its number of replies, and puts what is being loaded after them', () => {
      expect(kinds(inThread([]))).toEqual(['day', 'message', 'replies'])
      expect(kinds(inThread([], { hasOlder: true }))).toEqual(['day', 'message', 'replies', 'loading'])
      expect(inThread([]).find((row) => row.kind === 'replies')).toMatchObject({ count: 3 })
    })

    it('names the day again only where it is another one than the root’s', () => {
      const [sameDay, nextDay] = [reply(1, me, '2026-11-22T11:00:00Z'), reply(2, me, '2026-11-23T09:00:00Z')]
      expect(kinds(inThread([sameDay, nextDay])).slice(3)).toEqual(['message', 'day', 'message'])
    })

    it('joins replies of a person, which in a channel stand alone', () => {
      const replies = [reply(1, me, '2026-11-22T11:00:00Z'), reply(2, me, '2026-11-22T11:01:00Z')]
      expect(kinds(inThread(replies)).slice(3)).toEqual(['message', 'message+'])
      expect(kinds(buildRows(source(replies)))).toEqual(['start', 'day', 'message', 'message'])
    })

    it('draws the unread line by the numbers of the replies', () => {
      const replies = [reply(1, other, '2026-11-22T11:00:00Z'), reply(2, other, '2026-11-22T12:00:00Z')]
      const rows = inThread(replies, { unread: { after: 1, upTo: 2 } })
      expect(kinds(rows).slice(3)).toEqual(['message', 'unread', 'message'])
    })
  })
})
