import { randomUUID } from 'node:crypto'
import {
  listenToEvents,
  startTestParley,
  TEST_PASSWORD,
  type TestParley,
  type TestPerson,
  until,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let guest: TestPerson
let wei: TestPerson
let stranger: TestPerson
let channelId: TestChannelId
type TestChannelId = Awaited<ReturnType<TestParley['createChannel']>>['id']

beforeAll(async () => {
  parley = await startTestParley()
  guest = await parley.addPerson('Guest', { role: 'guest' })
  wei = await parley.addPerson('王伟')
  stranger = await parley.addPerson('Stranger')
  channelId = (await parley.createChannel('with-guest', [guest, wei], { kind: 'private' })).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const stateOf = (person: TestPerson) => person.http.query('state', {})
const namesIn = async (person: TestPerson) => (await stateOf(person)).users.map(({ name }) => name).sort()
const rename = (person: TestPerson, name: string) => person.http.command('users.updateProfile', { name })
const changeMember = (name: 'addMember' | 'removeMember', { user }: TestPerson) =>
  parley.owner.http.command(`channels.${name}`, { channelId, userId: user.id })

describe('e-mail addresses', () => {
  it('are shown to their owners, and to administrators who ask for them', async () => {
    expect((await stateOf(wei)).me.email).toBe(wei.user.email)
    const { users } = await parley.owner.http.query('users.list', {})
    expect(users.map(({ email }) => email)).toEqual(expect.arrayContaining([wei.user.email, guest.user.email, null]))
  })

  it('are shown of those alone whom an administrator names', async () => {
    const named = async (...userIds: string[]) =>
      (await parley.owner.http.query('users.list', { userIds: userIds.join(',') })).users.map(({ id }) => id)
    expect(await named(wei.user.id)).toEqual([wei.user.id])
    expect(await named(randomUUID())).toEqual([])
    expect(await named()).toEqual([])
    await expect(named('nobody')).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it('are refused to others', async () => {
    for (const person of [wei, guest]) {
      await expect(person.http.query('users.list', {})).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('stand in nobody’s state and in no event', async () => {
    using listener = await listenToEvents(parley.url, wei.token)
    const { user } = await parley.addPerson('Newcomer')
    const event = await listener.waitFor(
      (it) => it.type === 'user-saved' && it.user.id === user.id,
      'they are announced',
    )
    expect(JSON.stringify(event)).not.toContain('@')
    const body = await (
      await fetch(`${parley.url}/api/state`, { headers: { authorization: `Bearer ${parley.owner.token}` } })
    ).text()
    expect(body.match(/[\w.-]+@[\w.-]+/g)).toEqual([parley.owner.user.email])
  })
})

describe('a guest', () => {
  it('sees the people of their channels, and the assistant', async () => {
    expect(await namesIn(guest)).toEqual(['Guest', parley.owner.user.name, parley.assistant.name, '王伟'].sort())
    expect(await namesIn(wei)).toContain('Stranger')
  })

  it('still sees who wrote there and has left', async () => {
    const leaver = await parley.addPerson('Leaver')
    await changeMember('addMember', leaver)
    await changeMember('removeMember', leaver)
    expect(await namesIn(guest)).toContain('Leaver')
  })

  it('cannot write to or give tasks to people they may not know of', async () => {
    const { id } = stranger.user
    await expect(guest.http.command('channels.openDirect', { userIds: [id] })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(guest.http.command('tasks.create', { title: 'x', assigneeId: id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(guest.http.command('channels.openDirect', { userIds: [wei.user.id] })).resolves.toBeDefined()
  })

  it('hears that somebody changed, and not who', async () => {
    using listener = await listenToEvents(parley.url, guest.token)
    using resumed = await listenToEvents(parley.url, guest.token, (await stateOf(guest)).cursors)
    await rename(stranger, 'Stranger Still')
    for (const { events, waitFor } of [listener, resumed]) {
      await waitFor((event) => event.type === 'user-changed' && event.userId === stranger.user.id, 'somebody changed')
      expect(JSON.stringify(events)).not.toContain('Stranger')
    }
  })

  it('who was away reads of the past no more than that', async () => {
    const { workspace, cursors } = await stateOf(guest)
    using listener = await listenToEvents(parley.url, guest.token, { ...cursors, [workspace.id]: 0 as never })
    await until(() => listener.events.length >= (cursors[workspace.id as never] ?? 0), 'all has arrived')
    expect(JSON.stringify(listener.events)).not.toContain('Stranger')
  })
})

it('everybody else is told who changed', async () => {
  using listener = await listenToEvents(parley.url, wei.token)
  const body = { name: 'Told', email: 'told@example.org', password: TEST_PASSWORD } as const
  const { user } = await parley.owner.http.command('users.create', body)
  await listener.waitFor((event) => event.type === 'user-saved' && event.user.id === user.id, 'they are announced')
})
