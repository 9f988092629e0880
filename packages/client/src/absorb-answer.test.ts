import { beforeEach, expect, it } from 'vitest'
import { absorbAnswer } from './absorb-answer'
import { type ClientState, stateFromSnapshot, withOpenThread, withoutChannel, withoutTask } from './client-state'
import { addOlder } from './message-window'
import { openingThread, withRoot } from './open-thread'
import { WorkspaceModel } from './testing/workspace-model'

let model: WorkspaceModel
let state: ClientState

beforeEach(() => {
  model = new WorkspaceModel()
  state = stateFromSnapshot(model.snapshot())
})

it('a task is there as soon as its command is answered', () => {
  const task = model.saveTask({ title: 'Write it down', assigneeId: model.me.id })
  expect(absorbAnswer(state, { task }).tasks.get(task.id)).toEqual(task)
})

it('what was hidden or left while the answer was on its way stays away', () => {
  const channelId = model.createChannel('design', [model.me])
  const task = model.saveTask({ title: 'Write it down', assigneeId: model.me.id })
  const { channels, tasks } = model.snapshot()
  const joined = channels.find((it) => it.channel.id === channelId)
  if (!joined) throw new Error('the model does not show its channel')
  state = withoutTask(withoutChannel(stateFromSnapshot(model.snapshot()), channelId), task.id)
  expect(tasks).toContainEqual(task)
  expect(absorbAnswer(state, { task }, new Set([task.id]))).toBe(state)
  expect(absorbAnswer(state, { channel: joined.channel, state: joined }, new Set([channelId]))).toBe(state)
})

it('an edited reply and an edited root are so in their open thread, too', () => {
  const channelId = model.createChannel('design', [model.me])
  const root = model.post(channelId, model.me, 'root')
  const reply = model.reply(root, model.me, 'reply')
  const held = withRoot(openingThread(channelId, root.id, reply.seq), root)
  const thread = { ...held, window: addOlder(held.window, { messages: [reply], hasOlder: false }) }
  state = withOpenThread(stateFromSnapshot(model.snapshot()), thread)
  const edit = { text: 'edited', editedAt: '2026-11-24T00:00:00.000Z' }
  const absorbed = [reply, root].reduce(
    (now, message) => absorbAnswer(now, { message: { ...message, ...edit } }),
    state,
  )
  expect(absorbed.openThreads.get(root.id)?.window.messages).toEqual([{ ...reply, ...edit }])
  expect(absorbed.openThreads.get(root.id)?.root).toEqual({ ...root, ...edit })
})
