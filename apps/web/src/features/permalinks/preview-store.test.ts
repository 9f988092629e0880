import { type Channel, ChannelId, type Event, type Message, MessageId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { PreviewStore } from './preview-store'

const channelId = ChannelId.parse('01900000-0000-7000-8000-000000000001')
const messageId = MessageId.parse('01900000-0000-7000-8000-000000000002')
const place = (seq: number) => ({ channelId, seq, path: `/c/${channelId}/m/${seq}` })

/** Answers what it is told to, and notes what it was asked for. */
function setUp() {
  const asked: string[] = []
  const texts = new Map([[1, 'first']])
  const waiting: (() => void)[] = []
  const store = new PreviewStore({
    soon: (work) => waiting.push(work),
    read: async (places) => {
      asked.push(places)
      const messages = places.split(',').flatMap((key) => {
        const seq = Number(key.split(':')[1])
        return texts.has(seq) ? [{ id: messageId, channelId, seq, text: texts.get(seq) } as Message] : []
      })
      return { messages, channels: messages.length > 0 ? [{ id: channelId, name: 'open' } as Channel] : [] }
    },
  })
  const settle = async () => {
    for (const work of waiting.splice(0)) work()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { store, asked, texts, settle }
}

describe('previews of permalinks', () => {
  it('are asked for together, and once', async () => {
    const { store, asked, settle } = setUp()
    store.want(place(1))
    store.want(place(2))
    expect(store.get(place(1))).toBe('loading')
    await settle()
    store.want(place(1))
    await settle()
    expect(asked).toEqual([`${channelId}:1,${channelId}:2`])
    expect(store.get(place(1))).toMatchObject({ message: { text: 'first' }, channel: { name: 'open' } })
    expect(store.get(place(2))).toBeNull()
  })

  it('follow an edit and a deletion, and go when the reader leaves the channel', async () => {
    const { store, texts, settle } = setUp()
    store.want(place(1))
    await settle()
    texts.set(1, 'edited')
    store.heed([{ type: 'message-edited', messageId } as Event])
    await settle()
    expect(store.get(place(1))).toMatchObject({ message: { text: 'edited' } })
    texts.delete(1)
    store.heed([{ type: 'channel-left', channelId } as Event])
    await settle()
    expect(store.get(place(1))).toBeNull()
  })

  it('go with the session of whoever saw them, also those that are just being read', async () => {
    const { store, asked, settle } = setUp()
    store.want(place(1))
    await settle()
    store.want(place(2))
    const reading = settle()
    store.forgetAll()
    await reading
    expect([store.get(place(1)), store.get(place(2))]).toEqual(['loading', 'loading'])
    store.want(place(1))
    await settle()
    expect(asked).toEqual([`${channelId}:1`, `${channelId}:2`, `${channelId}:1`])
  })
})
