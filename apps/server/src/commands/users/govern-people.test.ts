import { randomUUID } from 'node:crypto'
import { createHttpClient } from '@parley/client'
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
let admin: TestPerson
beforeAll(async () => {
  parley = await startTestParley()
  admin = await parley.addPerson('Admin', { role: 'administrator' })
})
afterAll(() => parley[Symbol.asyncDispose]())

/** The code of the refusal, or null when the door opens. */
async function refusalAtDoor({ user }: TestPerson, password = TEST_PASSWORD): Promise<string | null> {
  const body = JSON.stringify({ email: user.email, password })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${parley.url}/api/auth.signIn`, { method: 'POST', headers, body })
  return answer.ok ? null : ((await answer.json()) as { error: { code: string } }).error.code
}

/** How long the person's socket and session live on after the act. */
async function msUntilOut(person: TestPerson, act: () => Promise<unknown>): Promise<number> {
  using listener = await listenToEvents(parley.url, person.token)
  await person.http.query('state', {})
  const startedAt = performance.now()
  await act()
  await until(() => listener.closeCode !== null, 'the socket is closed')
  expect(listener.closeCode).toBe(4001)
  await expect(person.http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listenToEvents(parley.url, person.token)).rejects.toThrow()
  return performance.now() - startedAt
}

describe('within a second everywhere', () => {
  it('a closed account is out, and cannot sign in until it is opened again', async () => {
    const person = await parley.addPerson('Leaver')
    const { id: userId } = person.user
    expect(await msUntilOut(person, () => admin.http.command('users.deactivate', { userId }))).toBeLessThan(1_000)
    expect(await refusalAtDoor(person)).toBe('account_closed')
    expect(await refusalAtDoor(person, 'not the password')).toBe('invalid_credentials')
    await admin.http.command('users.reactivate', { userId })
    expect(await refusalAtDoor(person)).toBeNull()
  })

  it('a suspended person is out, is told why at the door, and is let in again when it is lifted', async () => {
    const person = await parley.addPerson('Hothead')
    const { id: userId } = person.user
    const suspend = () => admin.http.command('users.suspend', { userId, hours: 24, reason: 'insults' })
    expect(await msUntilOut(person, suspend)).toBeLessThan(1_000)
    expect(await refusalAtDoor(person)).toBe('account_suspended')
    expect(await refusalAtDoor(person, 'not the password')).toBe('invalid_credentials')
    await admin.http.command('users.liftSuspension', { userId })
    expect(await refusalAtDoor(person)).toBeNull()
  })
})

describe('names', () => {
  it('are corrected from above, by what nobody else is called, and call at once', async () => {
    const person = await parley.addPerson('Ane')
    const rename = (by: TestPerson, who: TestPerson, name: string) =>
      by.http.command('users.rename', { userId: who.user.id, name })
    await expect(rename(admin, person, 'Anne Corrected')).resolves.toMatchObject({ user: { name: 'Anne Corrected' } })
    await expect(rename(person, admin, 'Boss')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(rename(admin, parley.owner, 'Owned')).rejects.toMatchObject({ code: 'forbidden' })
    const alike = ['Pаrley', 'Ｐａｒｌｅｙ', 'ParIey', 'Par ley', 'Párley', '\u200bParley']
    for (const taken of ['channel', parley.assistant.name, ...alike]) {
      await expect(rename(admin, person, taken)).rejects.toMatchObject({ code: 'handle_taken' })
      await expect(person.http.command('users.updateProfile', { name: taken })).rejects.toMatchObject({
        code: 'handle_taken',
      })
    }
    for (const taken of alike) {
      await expect(parley.owner.http.command('bots.create', { name: taken })).rejects.toMatchObject({
        code: 'handle_taken',
      })
    }
    await expect(rename(admin, person, '\u200b')).rejects.toMatchObject({ code: 'invalid_request' })
    const channel = await parley.createChannel('renamed', [person])
    const said = { channelId: channel.id, text: '@Anne Corrected hello', clientMessageId: randomUUID() }
    const { message } = await parley.owner.http.command('messages.send', said)
    expect(message.mentions).toEqual([person.user.id])
    expect((await person.http.query('state', {})).me.name).toBe('Anne Corrected')
    const { entries } = await parley.owner.http.query('audit.list', { kind: 'renamed' })
    expect(entries).toMatchObject([{ userId: person.user.id, reason: 'Ane → Anne Corrected' }])
  })
})

describe('roles', () => {
  it('are given from above: administrators make members and guests, owners everybody', async () => {
    const member = await parley.addPerson('Member')
    const setRole = (by: TestPerson, who: TestPerson, role: 'owner' | 'administrator' | 'member' | 'guest') =>
      by.http.command('users.setRole', { userId: who.user.id, role })
    await expect(setRole(admin, member, 'guest')).resolves.toMatchObject({ user: { role: 'guest' } })
    await expect(setRole(admin, member, 'administrator')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRole(member, admin, 'member')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRole(admin, parley.owner, 'member')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRole(admin, admin, 'member')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRole(parley.owner, member, 'administrator')).resolves.toMatchObject({
      user: { role: 'administrator' },
    })
    await expect(setRole(admin, member, 'member')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('count from the next request on, and a new guest’s clients begin anew', async () => {
    const person = await parley.addPerson('Demoted')
    using listener = await listenToEvents(parley.url, person.token)
    await parley.addPerson('Stranger', { role: 'guest' })
    expect((await person.http.query('state', {})).users.map(({ name }) => name)).toContain('Stranger')
    await admin.http.command('users.setRole', { userId: person.user.id, role: 'guest' })
    await until(() => listener.closeCode !== null, 'the socket is closed')
    expect(listener.closeCode).toBe(4002)
    const { users } = await person.http.query('state', {})
    expect(users.map(({ name }) => name)).not.toContain('Stranger')
    await expect(person.http.command('channels.create', { name: 'x', kind: 'public' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
  it('of guests go with no office: a new guest moderates nothing, and the bots that they own rest as long', async () => {
    const person = await parley.addPerson('Emeritus', { role: 'administrator' })
    const { token, user: bot } = await person.http.command('bots.create', { name: 'Errand' })
    const { id: channelId } = await parley.createChannel('office', [person])
    const moderator = { channelId, userId: person.user.id, isModerator: true }
    await parley.owner.http.command('channels.setModerator', moderator)
    const askAsBot = () => createHttpClient({ baseUrl: parley.url, token }).query('channels.list', {})
    const moderatorIds = async () =>
      (await parley.owner.http.query('channels.members', { channelId })).moderatorIds.includes(person.user.id)
    const setRole = (role: 'guest' | 'member') =>
      parley.owner.http.command('users.setRole', { userId: person.user.id, role })
    using listener = await listenToEvents(parley.url, parley.owner.token)
    await askAsBot()
    expect(await moderatorIds()).toBe(true)

    await setRole('guest')
    await expect(askAsBot()).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await moderatorIds()).toBe(false)
    await listener.waitFor((event) => event.type === 'moderator-changed' && !event.isModerator, 'all hear of it')
    // As it stands of those who were guests before that was so.
    const mark = (isModerator: boolean) =>
      parley.server.services.store.rows
        .updateTable('memberships')
        .set({ is_moderator: isModerator })
        .where('user_id', '=', person.user.id)
        .execute()
    await mark(true)
    await expect(person.http.command('channels.setModerator', moderator)).rejects.toMatchObject({ code: 'forbidden' })
    await mark(false)
    const { bots } = await parley.owner.http.query('integrations.list', {})
    expect(bots).toContainEqual(expect.objectContaining({ userId: bot.id, isResting: true }))
    await parley.owner.http.command('users.suspend', { userId: person.user.id, hours: 1, reason: 'noise' })
    await parley.owner.http.command('users.liftSuspension', { userId: person.user.id, reason: 'calm' })
    await expect(askAsBot()).rejects.toMatchObject({ code: 'unauthenticated' })

    await setRole('member')
    await askAsBot()
    expect(await moderatorIds()).toBe(false)
  })
})
