import { createParleyClient, eventsUrl, type ParleyClient } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

/* A guest's state holds only the people of their channels, and events do not say who somebody is. */

let parley: TestParley
let guest: TestPerson
let stranger: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  guest = await parley.addPerson('Guest', { role: 'guest' })
  stranger = await parley.addPerson('Stranger')
  channelId = (await parley.createChannel('with-guest', [guest], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const stateOf = (person: TestPerson) => person.http.query('state', {})
const rename = (person: TestPerson, name: string) => person.http.command('users.updateProfile', { name })
const addMember = ({ user }: TestPerson) =>
  parley.owner.http.command('channels.addMember', { channelId, userId: user.id })

async function connect({ token, http }: TestPerson): Promise<ParleyClient> {
  const headers = { authorization: `Bearer ${token}` }
  const openSocket = () => new WebSocket(eventsUrl(parley.url), { headers })
  const client = createParleyClient({ http, openSocket })
  onTestFinished(() => client.stop())
  client.start()
  await until(() => client.getState().status === 'live', 'the client is live')
  return client
}
const namesSeenBy = (client: ParleyClient) =>
  [...(client.getState().session?.users.values() ?? [])].map((it) => it.name)

describe('a guest’s client', () => {
  it('has the state that is read afresh: when somebody comes into a channel, is renamed, or nobody known is', async () => {
    const client = await connect(guest)
    const isAsAfresh = async () => {
      const { session } = client.getState()
      const { users } = await stateOf(guest)
      expect(Object.fromEntries(session?.users ?? [])).toEqual(Object.fromEntries(users.map((it) => [it.id, it])))
    }
    const comer = await parley.addPerson('Comer')
    expect(namesSeenBy(client)).not.toContain('Comer')
    await addMember(comer)
    await until(() => namesSeenBy(client).includes('Comer'), 'the newcomer is known')
    await isAsAfresh()
    await rename(comer, 'Comer Renamed')
    await until(() => namesSeenBy(client).includes('Comer Renamed'), 'the new name is known')
    await rename(stranger, 'Stranger Again')
    await isAsAfresh()
  })

  it('hears that a group changed, and holds none, as its state that is read afresh', async () => {
    const client = await connect(guest)
    const heard: string[] = []
    onTestFinished(client.onEvents((events) => heard.push(...events.map(({ type }) => type))))
    const memberIds = [parley.owner.user.id, guest.user.id, stranger.user.id]
    await parley.owner.http.command('groups.save', { handle: 'crew', name: 'Crew', memberIds })
    await until(() => heard.includes('group-changed'), 'the change is heard')
    expect([...(client.getState().session?.groups.values() ?? [])]).toEqual((await stateOf(guest)).groups)
  })

  it('knows the people of a channel that they are brought into', async () => {
    const late = await parley.addPerson('Late')
    const client = await connect(guest)
    const channel = await parley.createChannel('later', [late], { kind: 'private' })
    expect(namesSeenBy(client)).not.toContain('Late')
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: guest.user.id })
    await until(() => namesSeenBy(client).includes('Late'), 'they are known')
    expect(client.getState().session?.channels.has(channel.id)).toBe(true)
  })
})
