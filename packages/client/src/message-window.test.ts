import { beforeEach, describe, expect, it } from 'vitest'
import { applyEvents } from './apply-events'
import { type ClientState, stateFromSnapshot, withChannelView } from './client-state'
import {
  addNewer,
  addOlder,
  beginLoading,
  HELD_LIMIT,
  leaveWindow,
  type MessageWindow,
  type Page,
  replaceMessage,
  standAt,
} from './message-window'
import { WorkspaceModel } from './testing/workspace-model'

let model: WorkspaceModel
let channelId: ReturnType<WorkspaceModel['createChannel']>
let state: ClientState

const window = () => state.channels.get(channelId)!.window
const change = (changed: MessageWindow) => {
  state = withChannelView(state, { ...state.channels.get(channelId)!, window: changed })
}
/** Pages as the server answers them. */
const pageOf = (from: number, to: number): Page => {
  const all = model.messagesOf(channelId)
  return { messages: all.slice(from, to).toReversed(), hasOlder: from > 0, hasNewer: to < all.length }
}
const indexOf = (seq: number) => model.messagesOf(channelId).filter((message) => message.seq < seq).length
const page = (before: number, limit: number) => pageOf(Math.max(0, indexOf(before) - limit), indexOf(before))
const pageAfter = (seq: number, limit: number) => pageOf(indexOf(seq + 1), indexOf(seq + 1) + limit)
const cursor = () => state.channels.get(channelId)!.cursor
const held = () => window().messages.map((it) => it.messageNumber)
const talk = (count: number) => {
  for (let number = 0; number < count; number += 1) model.post(channelId, model.colleague, 'talk')
}

beforeEach(() => {
  model = new WorkspaceModel()
  channelId = model.createChannel('general', [model.me, model.colleague])
  for (let number = 1; number <= 7; number += 1) model.post(channelId, model.colleague, `message ${number}`)
  state = stateFromSnapshot(model.snapshot())
  model.onEvent = (event) => {
    state = applyEvents(state, [event]).state
  }
})

describe('a message window', () => {
  it('starts empty and grows backwards until the first message', () => {
    expect(window()).toMatchObject({ messages: [], hasOlder: true })
    change(addOlder(beginLoading(window()), page(window().fromSeq, 4)))
    expect(window().messages.map((it) => it.messageNumber)).toEqual([4, 5, 6, 7])
    expect(window()).toMatchObject({ hasOlder: true, loading: null, isOpened: true })
    change(addOlder(beginLoading(window()), page(window().fromSeq, 4)))
    expect(window().messages).toEqual(model.messagesOf(channelId))
    expect(window().hasOlder).toBe(false)
  })

  it('has no hole and no double when messages arrive while the first page is under way', () => {
    change(beginLoading(window()))
    const early = page(window().fromSeq, 50)
    model.post(channelId, model.colleague, 'while loading')
    // The server may have read the page before or after that message was written.
    const late = page(Number.MAX_SAFE_INTEGER, 50)
    expect(late.messages.length).toBe(early.messages.length + 1)
    const loading = window()
    for (const answer of [early, late]) {
      expect(addOlder(loading, answer).messages).toEqual(model.messagesOf(channelId))
    }
  })

  it('shows an edit and a deletion that overtook the page they belong to', () => {
    const [first, second] = model.messagesOf(channelId)
    change(beginLoading(window()))
    const stale = page(window().fromSeq, 50)
    model.edit(first!, 'mended')
    model.remove(second!)
    expect(stale.messages.some((message) => message.text === 'mended')).toBe(false)
    change(addOlder(window(), stale))
    expect(window().messages).toEqual(model.messagesOf(channelId))
  })

  it('does not put an older edit over a newer page', () => {
    const [first] = model.messagesOf(channelId)
    change(beginLoading(window()))
    model.edit(first!, 'second text')
    const stateAfterOneEdit = window()
    model.edit(first!, 'third text')
    const loaded = addOlder(stateAfterOneEdit, page(window().fromSeq, 50))
    expect(loaded.messages[0]?.text).toBe('third text')
  })

  it('takes the newer form of a message that it holds, and no other', () => {
    change(addOlder(beginLoading(window()), page(window().fromSeq, 2)))
    const held = window().messages[0]!
    const edited = { ...held, text: 'edited', editedAt: '2026-12-01T00:00:00Z' }
    expect(replaceMessage(window(), edited).messages[0]).toEqual(edited)
    expect(replaceMessage(window(), held)).toBe(window())
    expect(replaceMessage(window(), { ...edited, id: model.messagesOf(channelId)[0]!.id })).toBe(window())
  })

  it('keeps a short tail of a channel that nobody opened, and says that there is more', () => {
    talk(150)
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(-100))
    expect(window()).toMatchObject({ fromSeq: window().messages[0]!.seq, hasOlder: true })
  })
})

describe('a message window that stands in the past', () => {
  beforeEach(() => {
    talk(20)
    change(standAt(beginLoading(window()), pageOf(4, 9), cursor()))
  })

  it('holds what stands around a message, and grows both ways without a hole', () => {
    expect(held()).toEqual([5, 6, 7, 8, 9])
    expect(window()).toMatchObject({ hasOlder: true, hasNewer: true })
    change(addOlder(beginLoading(window()), page(window().fromSeq, 3)))
    change(addNewer(beginLoading(window()), pageAfter(window().messages.at(-1)!.seq, 6), cursor()))
    expect(held()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    change(addNewer(beginLoading(window()), pageAfter(window().messages.at(-1)!.seq, 50), cursor()))
    expect(window().hasNewer).toBe(false)
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(1))
  })

  it('leaves out what arrives at the live end, and takes changes of what it holds', () => {
    model.post(channelId, model.colleague, 'live')
    model.edit(window().messages[2]!, 'mended')
    expect(held()).toEqual([5, 6, 7, 8, 9])
    expect(window().messages[2]?.text).toBe('mended')
    expect(state.channels.get(channelId)?.lastMessageNumber).toBe(28)
  })

  it('reaches the live end without hole or double, whenever the server read the page', () => {
    change(beginLoading(window()))
    const early = pageAfter(window().messages.at(-1)!.seq, 50)
    model.post(channelId, model.colleague, 'while loading')
    model.edit(model.messagesOf(channelId).at(-1)!, 'and changed')
    const late = pageAfter(window().messages.at(-1)!.seq, 50)
    expect(late.messages.length).toBe(early.messages.length + 1)
    const [loading, at] = [window(), cursor()]
    for (const answer of [early, late]) {
      expect(addNewer(loading, answer, at).messages).toEqual(model.messagesOf(channelId).slice(4))
      expect(standAt(loading, answer, at).messages).toEqual(model.messagesOf(channelId).slice(9))
    }
  })

  it('leaves to their events the messages of a page that it has not heard of yet', () => {
    change(beginLoading(window()))
    const before = cursor()
    model.onEvent = () => {}
    model.post(channelId, model.colleague, 'ahead of its event')
    const ahead = addNewer(window(), pageAfter(window().messages.at(-1)!.seq, 50), before)
    change(ahead)
    expect(window().hasNewer).toBe(false)
    expect(held().at(-1)).toBe(27)
    state = applyEvents(state, model.eventsOf(channelId).slice(before)).state
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(4))
  })

  it('goes back to the newest when nobody looks at it any more', () => {
    const left = leaveWindow(window(), cursor(), 27)
    expect(left).toMatchObject({
      messages: [],
      hasNewer: false,
      hasOlder: true,
      isOpened: false,
      fromSeq: cursor() + 1,
    })
  })
})

describe('a message window in a long channel', () => {
  it('lets go of the newest while it grows backwards, and of the oldest while it grows forwards', () => {
    talk(HELD_LIMIT + 100)
    while (window().hasOlder) change(addOlder(beginLoading(window()), page(window().fromSeq, 50)))
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(0, HELD_LIMIT))
    expect(window().hasNewer).toBe(true)
    while (window().hasNewer) {
      change(addNewer(beginLoading(window()), pageAfter(window().messages.at(-1)!.seq, 50), cursor()))
    }
    expect(window().messages.length).toBeLessThan(2 * HELD_LIMIT)
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(-window().messages.length))
    expect(window()).toMatchObject({ hasOlder: true, fromSeq: window().messages[0]!.seq })
  })

  it('keeps a bounded tail while talk goes on before one who looks', () => {
    change(addOlder(beginLoading(window()), page(window().fromSeq, 50)))
    talk(3 * HELD_LIMIT)
    expect(window().messages.length).toBeLessThanOrEqual(2 * HELD_LIMIT)
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(-window().messages.length))
  })
})
