import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, UpFrame } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let bo: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
})
// Whoever was there a moment ago still counts as there: every test has people of its own.
beforeEach(async () => {
  ann = await parley.addPerson(`Ann ${randomUUID()}`)
  bo = await parley.addPerson(`Bo ${randomUUID()}`)
  channelId = (await parley.createChannel(`lunch ${randomUUID()}`, [wei, ann, bo])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(text: string): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID() }
  return (await wei.http.command('messages.send', body)).message
}
const presenceOf = async ({ user }: TestPerson) =>
  (await wei.http.query('users.presence', { userIds: user.id })).people[0]?.presence
const counted = async ({ http }: TestPerson) =>
  (await http.query('state', {})).channels.find(({ channel }) => channel.id === channelId)?.unreadMentions.length

describe.each(['@here', '@在线成员'])('%s', (call) => {
  it('calls those members who are there when it is said, and nobody else', async () => {
    using _ann = await listenToEvents(parley.url, ann.token)
    const message = await say(`午饭 ${call}`)
    expect(message).toMatchObject({ mentions: [ann.user.id], isForEveryone: false })
    expect([await counted(ann), await counted(bo)]).toEqual([1, 0])
  })

  it('calls nobody who is away from their device, is not in the channel, or has muted it', async () => {
    const outsider = await parley.addPerson(`Outsider ${randomUUID()}`)
    using _outsider = await listenToEvents(parley.url, outsider.token)
    using away = await listenToEvents(parley.url, ann.token)
    using _muted = await listenToEvents(parley.url, bo.token)
    const idle: UpFrame = { type: 'activity', isActive: false }
    away.socket.send(JSON.stringify(idle))
    await until(async () => (await presenceOf(ann)) === 'away', 'she is away')
    await bo.http.command('channels.setPreferences', { channelId, isMuted: true })
    expect((await say(`who is in? ${call}`)).mentions).toEqual([])
    await bo.http.command('channels.setPreferences', { channelId, isMuted: false })
    expect((await say(`and now? ${call}`)).mentions).toEqual([bo.user.id])
  })

  it('is a word like any other for those who may not call everybody', async () => {
    using _ann = await listenToEvents(parley.url, ann.token)
    await parley.owner.http.command('channels.setRules', { channelId, callEverybody: 'moderators' })
    expect((await say(`hello ${call}`)).mentions).toEqual([])
    await parley.owner.http.command('channels.setRules', { channelId, callEverybody: 'members' })
  })
})
