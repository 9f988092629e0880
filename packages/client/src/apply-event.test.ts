import { type ChannelId, type Event, type Message, StreamId, UserId } from '@parley/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Applied, applyEvent } from './apply-event'
import { applyEvents } from './apply-events'
import { type ClientState, cursorsOf, stateFromSnapshot, withTasks } from './client-state'
import { unreadCount } from './selectors'
import { seededRandom } from './testing/seeded-random'
import { uuid, WorkspaceModel } from './testing/workspace-model'

/** A state without what is merely loaded: this must equal a state read afresh. */
const essence = (state: ClientState) => ({
  ...state,
  channels: new Map([...state.channels].map(([id, { window, reading, ...view }]) => [id, view])),
})

let model: WorkspaceModel
let delivered: Event[]
let general: ChannelId
let state: ClientState

beforeEach(() => {
  model = new WorkspaceModel()
  general = model.createChannel('general', [model.me, model.colleague, model.assistant])
  delivered = []
  model.onEvent = (event) => delivered.push(event)
  state = stateFromSnapshot(model.snapshot())
})

/** Applies what the model did since; every step must be free of gaps. */
function follow(): ClientState {
  const { state: next, gap } = applyEvents(state, delivered.splice(0))
  expect(gap).toBeNull()
  state = next
  return next
}

const viewOf = (channelId: ChannelId) => {
  const view = state.channels.get(channelId)
  if (!view) throw new Error('the state lacks the channel')
  return view
}

describe('state before + events = state read afresh', () => {
  const cases: Record<string, () => void> = {
    'a message of a colleague': () => model.post(general, model.colleague, '发布推迟到周五'),
    'a message of mine': () => model.post(general, model.me, 'Thanks'),
    'an edit and a deletion': () => {
      const first = model.post(general, model.colleague, 'one')
      const second = model.post(general, model.colleague, 'two')
      model.edit(first, 'one, mended')
      model.remove(second)
    },
    'a new topic': () => model.rename(general, 'everybody'),
    'the assistant removed and brought back': () => {
      model.removeMember(general, model.assistant)
      expect(essence(follow()).channels.get(general)?.isAssistantMember).toBe(false)
      model.addMember(general, model.assistant)
    },
    'a colleague removed': () => model.removeMember(general, model.colleague),
    'me joining a channel with a past, and what happens there next': () => {
      const other = model.createChannel('other', [model.colleague])
      model.post(other, model.colleague, 'before')
      model.addMember(other, model.me)
      model.post(other, model.colleague, 'after')
    },
    'me leaving': () => model.removeMember(general, model.me),
    'me leaving and coming back': () => {
      model.removeMember(general, model.me)
      model.post(general, model.colleague, 'unseen')
      model.addMember(general, model.me)
    },
    'my read position forward and back': () => {
      model.post(general, model.colleague, 'one')
      model.markRead(general, 1)
      model.markRead(general, 0)
    },
    'a task of the channel, changed twice': () => {
      const task = model.saveTask({ title: 'Write release notes', channelId: general })
      model.saveTask({ ...task, assigneeId: model.me.id })
      model.saveTask({ ...task, status: 'done' })
    },
    'a task given to me and taken away': () => {
      const task = model.saveTask({ title: 'Call the customer', assigneeId: model.me.id })
      expect(follow().tasks.size).toBe(1)
      model.saveTask({ ...task, assigneeId: null })
    },
    'leaving the channel that a task is seen through': () => {
      model.saveTask({ title: 'Order paper', channelId: general })
      expect(follow().tasks.size).toBe(1)
      model.removeMember(general, model.me)
    },
    'a changed profile, mine and a colleague’s': () => {
      model.saveUser({ ...model.colleague, name: '李娜' })
      model.saveUser({ ...model.me, name: '王伟' })
    },
  }

  it.each(Object.entries(cases))('%s', (_, act) => {
    const before = essence(state)
    act()
    expect(essence(stateFromSnapshot(model.snapshot()))).not.toEqual(before)
    expect(essence(follow())).toEqual(essence(stateFromSnapshot(model.snapshot())))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('after 300 random acts, seed %i', (seed) => {
    const random = seededRandom(seed)
    for (let act = 0; act < 300; act += 1) {
      actAtRandom(random)
      follow()
    }
    expect(model.log.length).toBeGreaterThan(150)
    expect(essence(state)).toEqual(essence(stateFromSnapshot(model.snapshot())))
    for (const [id, { window }] of state.channels) {
      expect(window.messages).toEqual(model.messagesOf(id).filter((message) => message.seq >= window.fromSeq))
    }
  })

  function actAtRandom(random: () => number): void {
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
    const channelId = pick([...model.channels.keys()]) ?? general
    const someone = pick([model.me, model.colleague, model.assistant]) ?? model.me
    const message: Message | undefined = pick(model.messagesOf(channelId))
    const task = pick([...model.tasks.values()])
    const acts = [
      () => model.post(channelId, someone, `${random()}`),
      () => model.post(channelId, someone, `${random()}`),
      () => message && !message.deletedAt && model.edit(message, `${random()}`),
      () => message && !message.deletedAt && random() < 0.3 && model.remove(message),
      () => model.addMember(channelId, someone),
      () => model.removeMember(channelId, someone),
      () => model.channels.size < 6 && model.createChannel(`c${random()}`, [model.colleague, someone]),
      () => state.channels.has(channelId) && model.markRead(channelId, Math.floor(random() * 10)),
      () => model.saveTask({ title: 't', channelId: random() < 0.5 ? channelId : null, assigneeId: someone.id }),
      () => task && model.saveTask({ ...task, assigneeId: someone.id }),
    ]
    pick(acts)?.()
  }
})

describe('sharing of structure', () => {
  const applied = (result: Applied) => {
    if (result.kind === 'gap') throw new Error('a gap where none should be')
    return result.state
  }

  it('keeps the identity of every part that an event does not touch', () => {
    const other = model.createChannel('other', [model.me])
    const before = follow()
    model.post(general, model.colleague, 'hello')
    const after = follow()
    expect(after.channels.get(general)).not.toBe(before.channels.get(general))
    expect(after.channels.get(general)?.channel).toBe(before.channels.get(general)?.channel)
    expect(after.channels.get(other)).toBe(before.channels.get(other))
    expect([after.users, after.tasks, after.me]).toEqual([before.users, before.tasks, before.me])
    expect(after.users).toBe(before.users)
    expect(after.tasks).toBe(before.tasks)
    expect(after.me).toBe(before.me)
  })

  it('keeps earlier messages when one is added', () => {
    model.post(general, model.colleague, 'one')
    const before = follow().channels.get(general)?.window.messages
    model.post(general, model.colleague, 'two')
    const after = follow().channels.get(general)?.window.messages
    expect(after).toHaveLength(2)
    expect(after?.[0]).toBe(before?.[0])
  })

  it('answers the very same state for an event that it holds already', () => {
    model.post(general, model.colleague, 'once')
    const [event] = delivered
    const once = follow()
    expect(event && applied(applyEvent(once, event))).toBe(once)
  })

  it('answers the very same state for an event of a channel that it does not follow', () => {
    const elsewhere = model.createChannel('elsewhere', [model.colleague])
    model.post(elsewhere, model.colleague, 'secret')
    const event = model.log.at(-1)
    expect(event?.streamId).toBe(elsewhere)
    expect(event && applied(applyEvent(state, event))).toBe(state)
  })
})

describe('numbers', () => {
  it('a missing event is a gap, named with its stream, and nothing after it is applied', () => {
    model.post(general, model.colleague, 'one')
    model.post(general, model.colleague, 'lost')
    model.post(general, model.colleague, 'three')
    const [first, , third] = delivered
    const { state: after, applied, gap } = applyEvents(state, [first!, third!])
    const expectedSeq = first!.seq + 1
    expect(gap).toEqual({ kind: 'gap', streamId: general, expectedSeq, receivedSeq: expectedSeq + 1 })
    expect(applied).toEqual([first])
    expect(after.channels.get(general)?.cursor).toBe(first!.seq)
  })

  it('an event of a type from the future takes its number and nothing else', () => {
    const seq = viewOf(general).cursor + 1
    const result = applyEvents(state, [{ type: 'unknown', streamId: general, seq }])
    expect(result).toMatchObject({ applied: [], gap: null })
    expect(cursorsOf(result.state)).toEqual({ ...cursorsOf(state), [general]: seq })
  })

  it('unread counts what others wrote, not edits, and not my own', () => {
    const message = model.post(general, model.colleague, 'one')
    model.post(general, model.colleague, 'two')
    model.edit(message, 'one!')
    follow()
    expect(unreadCount(viewOf(general))).toBe(2)
    model.post(general, model.me, 'mine')
    follow()
    expect(unreadCount(viewOf(general))).toBe(0)
  })

  it('an older version of a task never replaces a newer one', () => {
    const old = model.saveTask({ title: 'old', channelId: general })
    const newer = model.saveTask({ ...old, title: 'new' })
    follow()
    expect(withTasks(state, [old])).toBe(state)
    expect(state.tasks.get(newer.id)?.title).toBe('new')
  })
})

describe('a guest', () => {
  beforeEach(() => {
    state = {
      ...stateFromSnapshot(model.snapshot()),
      me: { ...model.me, role: 'guest', email: null, suspendedUntil: null },
    }
  })
  const stranger = { id: UserId.parse(uuid(9)) }
  const placed = (streamId: string, seq: number) => ({
    streamId: StreamId.parse(streamId),
    seq,
    at: '2026-11-23T09:00:00Z',
  })

  it('reads the state afresh when somebody whom they know changed', () => {
    const at = placed(state.workspace.id, state.workspaceCursor + 1)
    const event = { ...at, type: 'user-changed', userId: model.colleague.id } as const
    expect(applyEvent(state, event)).toMatchObject({ kind: 'gap' })
  })

  it('passes over a change of somebody whom they do not know', () => {
    const at = placed(state.workspace.id, state.workspaceCursor + 1)
    const applied = applyEvent(state, { ...at, type: 'user-changed', userId: stranger.id })
    expect(applied).toEqual({ kind: 'applied', state: { ...state, workspaceCursor: at.seq } })
  })

  it('reads the state afresh when somebody unknown comes into a channel, and no member has to', () => {
    const at = placed(general, viewOf(general).cursor + 1)
    const event = { ...at, type: 'member-added', userId: stranger.id, isAssistant: false } as const
    expect(applyEvent(state, event)).toMatchObject({ kind: 'gap' })
    expect(applyEvent({ ...state, me: { ...state.me, role: 'member' } }, event)).toMatchObject({ kind: 'applied' })
  })
})

describe('a new snapshot', () => {
  it('keeps the messages of channels where nothing was missed, and drops the others', () => {
    const other = model.createChannel('other', [model.me, model.colleague])
    model.post(general, model.colleague, 'one')
    model.post(other, model.colleague, 'one')
    follow()
    model.post(other, model.colleague, 'missed')
    const afresh = stateFromSnapshot(model.snapshot(), state)
    expect(afresh.channels.get(general)?.window).toBe(viewOf(general).window)
    expect(afresh.channels.get(other)?.window).toMatchObject({ messages: [], hasOlder: true, isOpened: false })
  })

  it('keeps nothing of somebody else', () => {
    model.post(general, model.colleague, 'one')
    follow()
    const afresh = stateFromSnapshot(
      { ...model.snapshot(), me: { ...model.colleague, email: null, suspendedUntil: null } },
      state,
    )
    expect(afresh.channels.get(general)?.window.messages).toEqual([])
  })
})
