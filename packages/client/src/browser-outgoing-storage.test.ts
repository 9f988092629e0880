import { ChannelId } from '@parley/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { browserOutgoingStorage, type KeyValueStorage } from './browser-outgoing-storage'
import type { OutgoingMessage } from './outgoing-message'
import { uuid } from './testing/workspace-model'

let kept: Map<string, string>
let storage: KeyValueStorage

beforeEach(() => {
  kept = new Map()
  storage = {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
})

const message = (number: number, change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  clientMessageId: uuid(number),
  channelId: ChannelId.parse(uuid(900)),
  threadId: null,
  isAlsoInChannel: false,
  text: `message ${number}`,
  fileIds: [],
  createdAtMs: number,
  status: 'sending',
  refusal: null,
  seq: null,
  ...change,
})
const refused = { code: 'channel_archived', parameters: { channelId: uuid(900) }, message: '频道已归档' } as const

describe('browserOutgoingStorage', () => {
  it('gives back what it was given, refused messages with their reason', () => {
    const messages = [message(1), message(3, { fileIds: null }), message(2, { status: 'failed', refusal: refused })]
    const outgoing = browserOutgoingStorage(storage, 'ada')
    for (const it of messages) outgoing.save(it)
    expect(browserOutgoingStorage(storage, 'ada').load()).toEqual(messages)
    outgoing.remove(uuid(1))
    expect(outgoing.load()).toEqual(messages.slice(1))
  })

  it('keeps people apart, also where one name begins like another', () => {
    browserOutgoingStorage(storage, 'ada').save(message(1))
    browserOutgoingStorage(storage, 'adam').save(message(2))
    expect(browserOutgoingStorage(storage, 'ada').load()).toEqual([message(1)])
  })

  it('lets two tabs write without losing either’s message', () => {
    const [one, other] = [browserOutgoingStorage(storage, 'ada'), browserOutgoingStorage(storage, 'ada')]
    one.save(message(1))
    other.save(message(2))
    one.save(message(3))
    expect(one.load()).toHaveLength(3)
  })

  it.each(['', 'null', '{', '"text"', '{"text":1}', '{"channelId":"x"}'])(
    'passes over what it did not write: %j',
    (json) => {
      kept.set('ada.1', json)
      expect(browserOutgoingStorage(storage, 'ada').load()).toEqual([])
    },
  )

  it('does not hinder sending when the storage is full', () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(() => browserOutgoingStorage(storage, 'ada').save(message(1))).not.toThrow()
  })
})
