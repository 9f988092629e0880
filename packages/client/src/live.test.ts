import { type ChannelId, type UpFrame, UserId } from '@parley/protocol'
import { beforeEach, expect, it } from 'vitest'
import { Live } from './live'
import { readFrame } from './read-frame'
import { ManualClock } from './testing/manual-clock'
import { uuid } from './testing/workspace-model'

const [ann, wei] = [UserId.parse(uuid(1)), UserId.parse(uuid(2))]
const channelId = uuid(9) as ChannelId
let clock: ManualClock
let sent: UpFrame[]
let live: Live
beforeEach(() => {
  clock = new ManualClock()
  sent = []
  live = new Live({ clock, onChange: () => {} })
})
const connect = () => live.connected((frame) => sent.push(frame))

it('asks about all who came on the screen in one frame, and again without those who left it', () => {
  connect()
  const leave = live.watch(ann)
  live.watch(wei)
  live.openChannel(channelId)
  clock.advance(150)
  expect(sent).toEqual([{ type: 'look', channelId, userIds: [ann, wei] }])
  leave()
  clock.advance(150)
  expect(sent.at(-1)).toEqual({ type: 'look', channelId, userIds: [wei] })
})

it('asks anew after a lost connection, and believes nothing of before', () => {
  live.watch(ann)
  connect()
  clock.advance(150)
  live.take({ type: 'presence', people: [{ userId: ann, presence: 'active' }] })
  expect(live.state.presence.get(ann)).toBe('active')
  live.disconnected()
  expect(live.state.presence.size).toBe(0)
  live.noteActivity(false)
  connect()
  clock.advance(150)
  expect(sent.slice(1)).toEqual([
    { type: 'activity', isActive: false },
    { type: 'look', channelId: null, userIds: [ann] },
  ])
})

it('says that somebody writes once in three seconds, and at once that they have stopped', () => {
  connect()
  for (let key = 0; key < 10; key += 1) live.noteTyping(channelId, null, true)
  expect(sent).toHaveLength(1)
  clock.advance(3_000)
  live.noteTyping(channelId, null, true)
  live.noteTyping(channelId, null, false)
  live.noteTyping(channelId, null, false)
  expect(sent.flatMap((frame) => (frame.type === 'typing' ? [frame.isTyping] : []))).toEqual([true, true, false])
})

it('counts what has changed for those who show it, and once more after it was away', () => {
  live.take({ type: 'understanding-changed' })
  expect(live.state).toMatchObject({ understandingVersion: 1, documentsVersion: 0, reportsVersion: 0 })
  connect()
  const once = { reportsVersion: 1, documentsVersion: 1, sourcesVersion: 1 }
  expect(live.state).toMatchObject({ understandingVersion: 2, ...once })
})

it('reads frames without a number as what they are, and passes over those of a newer server', () => {
  expect(readFrame(JSON.stringify({ type: 'presence', people: [] }))).toMatchObject({ type: 'ephemeral' })
  expect(readFrame(JSON.stringify({ type: 'wave', at: 'you' }))).toEqual({ type: 'ignored' })
  expect(readFrame(JSON.stringify({ type: 'message-edited' }))).toEqual({ type: 'unreadable', event: null })
})
