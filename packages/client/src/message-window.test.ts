import { beforeEach, describe, expect, it } from 'vitest'
import { applyEvents } from './apply-events'
import { type ClientState, stateFromSnapshot, withChannelView } from './client-state'
import { addOlder, beginLoading, type MessageWindow, replaceMessage } from './message-window'
import { WorkspaceModel } from './testing/workspace-model'

let model: WorkspaceModel
let channelId: ReturnType<WorkspaceModel['createChannel']>
let state: ClientState

const window = () => state.channels.get(channelId)!.window
const change = (changed: MessageWindow) => {
  state = withChannelView(state, { ...state.channels.get(channelId)!, window: changed })
}
/** A page as the server answers it. */
const page = (before: number, limit: number) =>
  model
    .messagesOf(channelId)
    .filter((message) => message.seq < before)
    .slice(-limit)
    .toReversed()

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
    expect(window()).toMatchObject({ hasOlder: true, isLoading: false, isOpened: true })
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
    expect(late.length).toBe(early.length + 1)
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
    expect(stale.some((message) => message.text === 'mended')).toBe(false)
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
    for (let number = 0; number < 150; number += 1) model.post(channelId, model.colleague, 'talk')
    expect(window().messages).toEqual(model.messagesOf(channelId).slice(-100))
    expect(window()).toMatchObject({ fromSeq: window().messages[0]!.seq, hasOlder: true })
  })
})
