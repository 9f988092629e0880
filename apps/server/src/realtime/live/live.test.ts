import type { EphemeralFrame, UpFrame, UserId } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let guest: TestPerson
let channelId: string
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  guest = await parley.addPerson('Guest', { role: 'guest' })
  channelId = (await parley.createChannel('lively', [wei, ann])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

/** A socket that says what it looks at. Frames without a number come among the events. */
async function connect({ token }: TestPerson) {
  const listener = await listenToEvents(parley.url, token)
  const frames = () =>
    (listener.events as unknown as readonly (EphemeralFrame | { readonly type: string })[]).filter(
      ({ type }) => type !== 'heartbeat',
    )
  return {
    [Symbol.dispose]: () => listener[Symbol.dispose](),
    say: (frame: UpFrame) => listener.socket.send(JSON.stringify(frame)),
    sayRaw: (text: string) => listener.socket.send(text),
    frames,
    presenceOf: ({ user }: TestPerson) =>
      frames()
        .flatMap((frame) => ('people' in frame && frame.type === 'presence' ? frame.people : []))
        .filter(({ userId }) => userId === user.id)
        .map((it) => it.presence),
    typing: () => frames().flatMap((frame) => (frame.type === 'typing' && 'people' in frame ? [frame.people] : [])),
  }
}
const look = (people: readonly TestPerson[], where: string | null = null): UpFrame => ({
  type: 'look',
  channelId: where as never,
  userIds: people.map(({ user }) => user.id),
})

describe('presence', () => {
  it('is told of those who are looked at: what it is, then what changes', async () => {
    using watcher = await connect(wei)
    watcher.say(look([ann]))
    await until(() => watcher.presenceOf(ann).length === 1, 'it is told')
    expect(watcher.presenceOf(ann)).toEqual(['offline'])
    using other = await connect(ann)
    await until(() => watcher.presenceOf(ann).at(-1) === 'active', 'she is there')
    other.say({ type: 'activity', isActive: false })
    await until(() => watcher.presenceOf(ann).at(-1) === 'away', 'she is away')
    const { people } = await wei.http.query('users.presence', { userIds: `${ann.user.id},${guest.user.id}` })
    expect(Object.fromEntries(people.map(({ userId, presence }) => [userId, presence]))).toEqual({
      [ann.user.id]: 'away',
      [guest.user.id]: 'offline',
    })
  })

  it('is not told to a guest of people whom they may not know', async () => {
    using watcher = await connect(guest)
    watcher.say(look([guest, ann]))
    await until(() => watcher.presenceOf(guest).length > 0, 'they know of themselves')
    expect(watcher.presenceOf(ann)).toEqual([])
    const { people } = await guest.http.query('users.presence', { userIds: ann.user.id })
    expect(people).toEqual([])
  })

  it('comes to nobody who has not asked', async () => {
    using silent = await connect(wei)
    using watcher = await connect(parley.owner)
    watcher.say(look([ann]))
    using other = await connect(ann)
    other.say({ type: 'activity', isActive: false })
    await until(() => watcher.presenceOf(ann).at(-1) === 'away', 'who asked is told')
    expect(silent.frames()).toEqual([])
  })
})

describe('typing', () => {
  const typing = (isTyping: boolean): UpFrame => ({
    type: 'typing',
    channelId: channelId as never,
    threadId: null,
    isTyping,
  })
  const byAnn = () => [{ userId: ann.user.id as UserId, threadId: null }]

  it('is told to those who have the channel open, and taken back', async () => {
    using reader = await connect(wei)
    using writer = await connect(ann)
    reader.say(look([], channelId))
    writer.say(typing(true))
    await until(() => reader.typing().length === 1, 'it is told')
    expect(reader.typing()).toEqual([byAnn()])
    using late = await connect(parley.owner)
    late.say(look([], channelId))
    await until(() => late.typing().length === 1, 'whoever comes later is told')
    writer.say(typing(false))
    await until(() => reader.typing().length === 2, 'it is taken back')
    expect(reader.typing().at(-1)).toEqual([])
  })

  it('is neither heard from outside of the channel nor told there', async () => {
    using outsider = await connect(guest)
    using reader = await connect(wei)
    using writer = await connect(ann)
    outsider.say(look([guest], channelId))
    outsider.say(typing(true))
    reader.say(look([], channelId))
    writer.say(typing(true))
    await until(() => reader.typing().length > 0, 'a member hears of a member')
    expect(
      reader
        .typing()
        .flat()
        .map(({ userId }) => userId),
    ).not.toContain(guest.user.id)
    await until(() => outsider.presenceOf(guest).length > 0, 'the outsider was answered')
    expect(outsider.typing()).toEqual([])
  })

  it('costs a reader one frame a turn, however many write and however often they say so', async () => {
    using reader = await connect(wei)
    using writer = await connect(ann)
    using other = await connect(parley.owner)
    reader.say(look([], channelId))
    for (let round = 0; round < 15; round += 1) {
      writer.say(typing(true))
      other.say(typing(true))
    }
    await until(() => reader.typing().some((people) => people.length === 2), 'both are told')
    expect(reader.typing().length).toBeLessThanOrEqual(3)
  })
})

it('drops frames that cannot be read, and those of a client that floods', async () => {
  using socket = await connect(wei)
  using watcher = await connect(ann)
  socket.sayRaw('{')
  socket.sayRaw(JSON.stringify({ type: 'look', channelId: 'nowhere', userIds: [] }))
  socket.sayRaw(JSON.stringify({ type: 'nothing-known' }))
  for (let count = 0; count < 200; count += 1) socket.say({ type: 'activity', isActive: count % 2 === 0 })
  socket.say(look([ann]))
  watcher.say(look([wei]))
  await until(() => watcher.presenceOf(wei).length > 0, 'others are answered')
  expect(socket.presenceOf(ann)).toEqual([])
})
