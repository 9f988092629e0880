import { ChannelId, type Draft } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper } from './draft-keeper'

const channelId = ChannelId.parse('0197a000-0000-7000-8000-00000000000c')
const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00Z`
const draftOf = (text: string, minute: number): Draft => ({
  channelId,
  threadId: null,
  text,
  fileIds: [],
  savedAt: at(minute),
})

/** A server that answers when it is told to, and a place that can be looked into. */
function setUp(kept?: Draft, unsaved: string | null = null) {
  const calls: { text: string; answer: (minute: number) => Promise<void>; fail: () => Promise<void> }[] = []
  const waiting = { text: unsaved }
  const save = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const settled = async (settle: () => void) => {
        settle()
        await vi.advanceTimersByTimeAsync(0)
      }
      calls.push({
        text,
        answer: (minute) => settled(() => resolve(at(minute))),
        fail: () => settled(() => reject(new Error('offline'))),
      })
    })
  const place = {
    read: () => waiting.text,
    write: (text: string | null) => {
      waiting.text = text
    },
  }
  return { keeper: new DraftKeeper({ kept, place, save }), calls, waiting }
}

const texts = (calls: readonly { text: string }[]) => calls.map(({ text }) => text)

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('begins with what another device left, and with what this browser could not hand over before that', () => {
    expect(setUp(draftOf('from the phone', 1)).keeper.getText()).toBe('from the phone')
    const { keeper, calls } = setUp(draftOf('from the phone', 1), 'written offline')
    expect(keeper.getText()).toBe('written offline')
    keeper.start()
    expect(texts(calls)).toEqual(['written offline'])
  })

  it('is saved a second after the last key, and waits in the browser until then', async () => {
    const { keeper, calls, waiting } = setUp()
    keeper.write('h')
    vi.advanceTimersByTime(900)
    keeper.write('hi')
    vi.advanceTimersByTime(900)
    expect(calls).toEqual([])
    expect(waiting.text).toBe('hi')
    vi.advanceTimersByTime(100)
    expect(texts(calls)).toEqual(['hi'])
    await calls[0]?.answer(1)
    expect(waiting.text).toBeNull()
  })

  it('that was sent while it was being saved does not come back with the news that it is kept', async () => {
    const { keeper, calls } = setUp()
    keeper.write('sent at once')
    vi.advanceTimersByTime(1000)
    keeper.write('')
    // The socket is faster than the answer.
    keeper.hear(draftOf('sent at once', 1))
    expect(keeper.getText()).toBe('')
    await calls[0]?.answer(1)
    expect(keeper.getText()).toBe('')
    expect(texts(calls)).toEqual(['sent at once', ''])
  })

  it('is saved when its place is left, and not a second time', async () => {
    const { keeper, calls } = setUp()
    keeper.write('hi')
    keeper.leave()
    expect(texts(calls)).toEqual(['hi'])
    await calls[0]?.answer(1)
    vi.advanceTimersByTime(5000)
    expect(calls).toHaveLength(1)
  })

  it('is saved at once when the page is hidden', () => {
    const { keeper, calls } = setUp()
    keeper.write('hi')
    keeper.hide()
    expect(texts(calls)).toEqual(['hi'])
  })

  it('is dropped at once when it was sent, also while it is being saved', async () => {
    const { keeper, calls } = setUp()
    keeper.write('hi')
    vi.advanceTimersByTime(1000)
    keeper.write('')
    expect(texts(calls)).toEqual(['hi'])
    await calls[0]?.answer(1)
    expect(texts(calls)).toEqual(['hi', ''])
  })

  it('tells the server nothing of a message that was sent before it was ever saved', () => {
    const { keeper, calls, waiting } = setUp()
    keeper.write('hi')
    keeper.write('')
    vi.advanceTimersByTime(5000)
    expect(calls).toEqual([])
    expect(waiting.text).toBeNull()
  })

  it('goes on waiting in the browser when the server cannot be reached', async () => {
    const { keeper, calls, waiting } = setUp()
    keeper.write('hi')
    vi.advanceTimersByTime(1000)
    await calls[0]?.fail()
    expect(waiting.text).toBe('hi')
    keeper.write('hi there')
    vi.advanceTimersByTime(1000)
    expect(texts(calls)).toEqual(['hi', 'hi there'])
  })

  it('follows another device while nothing is written here, and goes when it is sent there', () => {
    const { keeper } = setUp()
    keeper.hear(draftOf('from the phone', 1))
    expect(keeper.getText()).toBe('from the phone')
    keeper.hear(undefined)
    expect(keeper.getText()).toBe('')
  })

  it('is not taken away from whoever is writing, nor replaced by an echo of an earlier form', async () => {
    const { keeper, calls } = setUp()
    keeper.write('hi')
    keeper.hear(draftOf('from the phone', 1))
    expect(keeper.getText()).toBe('hi')
    vi.advanceTimersByTime(1000)
    await calls[0]?.answer(3)
    keeper.hear(draftOf('h', 2))
    keeper.hear(undefined)
    expect(keeper.getText()).toBe('hi')
  })
})
