import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, withConnection } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const HOUR_MS = 3_600_000

let parley: TestParley
let wei: TestPerson
/** Set by the tests. */
let now = new Date('2026-11-27T08:00:00Z')

beforeAll(async () => {
  parley = await startTestParley({ now: () => now })
  wei = await parley.addPerson('王伟')
  await wei.http.command('users.updateProfile', { language: 'zh', timeZone: 'Asia/Shanghai' })
})
afterAll(() => parley[Symbol.asyncDispose]())

const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS).toISOString()

async function pass(hours: number): Promise<void> {
  now = new Date(now.getTime() + hours * HOUR_MS)
  await parley.server.doPlanned()
}

/** What the assistant wrote to somebody directly, oldest first. */
async function readTold(person: TestPerson): Promise<string[]> {
  const { channel } = await person.http.command('channels.openDirect', { userIds: [parley.assistant.id] })
  return textsIn(person, channel.id)
}

async function textsIn(person: TestPerson, channelId: ChannelId): Promise<string[]> {
  const { messages } = await person.http.query('messages.list', { channelId })
  return messages
    .filter(({ authorId }) => authorId === parley.assistant.id)
    .map(({ text }) => text)
    .reverse()
}

const readReminders = async (person: TestPerson) => (await person.http.query('state', {})).reminders

describe('a reminder', () => {
  it('is said by the assistant in the language of who is reminded, and waits to be ticked off', async () => {
    const { reminder } = await wei.http.command('reminders.create', { text: '交报告', dueAt: inHours(1) })
    await pass(0.5)
    expect(await readTold(wei)).toEqual([])
    await pass(1)
    await parley.server.doPlanned()
    expect(await readTold(wei)).toEqual(['⏰ 提醒：交报告'])
    expect(await readReminders(wei)).toMatchObject([{ id: reminder.id, isDue: true }])
    await wei.http.command('reminders.snooze', { reminderId: reminder.id, dueAt: inHours(1) })
    await pass(2)
    expect(await readTold(wei)).toHaveLength(2)
    await wei.http.command('reminders.finish', { reminderId: reminder.id })
    expect(await readReminders(wei)).toEqual([])
  })

  it('from somebody else says from whom, and either of them ends it', async () => {
    const body = { text: 'review', dueAt: inHours(1), userId: wei.user.id }
    const { reminder } = await parley.owner.http.command('reminders.create', body)
    expect((await readReminders(wei)).map(({ id }) => id)).toContain(reminder.id)
    await pass(2)
    expect((await readTold(wei)).at(-1)).toBe('⏰ owner让我提醒你：review')
    await wei.http.command('reminders.finish', { reminderId: reminder.id })
    expect(await readReminders(parley.owner)).toEqual([])
  })

  it('that repeats is said every time, at the same hour of its zone', async () => {
    await wei.http.command('reminders.create', { text: '站会', dueAt: '2026-12-01T01:00:00Z', repeats: 'weekdays' })
    now = new Date('2026-12-01T01:00:01Z')
    await parley.server.doPlanned()
    expect((await readReminders(wei))[0]).toMatchObject({ dueAt: '2026-12-02T01:00:00.000Z', isDue: false })
    // Friday, and the server was off on Thursday: what was missed is not made up for.
    now = new Date('2026-12-04T01:00:01Z')
    await parley.server.doPlanned()
    expect((await readReminders(wei))[0]).toMatchObject({ dueAt: '2026-12-07T01:00:00.000Z' })
    expect((await readTold(wei)).filter((text) => text.includes('站会'))).toHaveLength(2)
    for (const { id } of await readReminders(wei)) await wei.http.command('reminders.finish', { reminderId: id })
  })

  it('in a channel is said there, where the assistant is in it and who asked still is', async () => {
    const without = await parley.createChannel('quiet', [wei])
    const body = { text: 'stand-up', dueAt: inHours(1) }
    await expect(wei.http.command('reminders.create', { ...body, channelId: without.id })).rejects.toMatchObject({
      code: 'assistant_absent',
    })
    const channel = await parley.createChannel('loud', [wei], { withAssistant: true })
    await wei.http.command('reminders.create', { ...body, channelId: channel.id, repeats: 'daily' })
    await pass(2)
    expect(await textsIn(parley.owner, channel.id)).toEqual(['⏰ 王伟让我提醒你：stand-up'])
    await wei.http.command('channels.removeMember', { channelId: channel.id, userId: wei.user.id })
    await pass(30)
    expect(await textsIn(parley.owner, channel.id)).toHaveLength(1)
    expect(await readReminders(wei)).toEqual([])
  })

  it('that was said, but not noted as said when the server was killed, is said once, in whatever words', async () => {
    const person = await parley.addPerson('Kim')
    const { reminder } = await person.http.command('reminders.create', { text: 'stretch', dueAt: inHours(1) })
    await pass(2)
    await withConnection(parley.databaseUrl, (client) =>
      client.query('update reminders set is_due = false where id = $1', [reminder.id]),
    )
    await person.http.command('users.updateProfile', { language: 'zh' })
    await parley.server.doPlanned()
    expect(await readTold(person)).toEqual(['⏰ Reminder: stretch'])
    expect(await readReminders(person)).toMatchObject([{ id: reminder.id, isDue: true }])
  })

  it('of somebody who is suspended is not said to others, until that is over', async () => {
    const hothead = await parley.addPerson('Hothead')
    const { id: userId } = hothead.user
    const { id: channelId } = await parley.createChannel('calm', [hothead], { withAssistant: true })
    const body = { channelId, text: 'insult', dueAt: inHours(1), repeats: 'daily' as const }
    await hothead.http.command('reminders.create', body)
    await parley.owner.http.command('users.suspend', { userId, hours: 12, reason: 'insults' })
    await pass(2)
    expect(await textsIn(parley.owner, channelId)).toEqual([])
    await pass(24)
    expect(await textsIn(parley.owner, channelId)).toHaveLength(1)
  })

  it('does not wait for a scheduled message that cannot be sent', async () => {
    const { id: channelId } = await parley.createChannel('stuck', [wei])
    await wei.http.command('messages.schedule', { channelId, text: 'broken', sendAt: inHours(1) })
    const withRows = (sql: string) => withConnection(parley.databaseUrl, (client) => client.query(sql))
    await withRows(`update scheduled_messages set text = repeat('x', 40001)`)
    const before = (await readTold(wei)).length
    await wei.http.command('reminders.create', { text: '喝水', dueAt: inHours(1) })
    await pass(2)
    expect((await readTold(wei)).slice(before)).toEqual(['⏰ 提醒：喝水'])
    await withRows('delete from scheduled_messages')
  })

  it('about a message names it, and only for a message that one may read', async () => {
    const secret = await parley.createChannel('secret', [], { kind: 'private' })
    const send = { channelId: secret.id, text: 'hidden', clientMessageId: 'hidden' }
    const { message } = await parley.owner.http.command('messages.send', send)
    const body = { text: 'read this', dueAt: inHours(1), messageId: message.id }
    await expect(wei.http.command('reminders.create', body)).rejects.toMatchObject({ code: 'not_a_member' })
    await parley.owner.http.command('reminders.create', body)
    await pass(2)
    expect((await readTold(parley.owner)).at(-1)).toContain(`/c/${secret.id}/m/${message.seq}`)
  })

  it('is not for those who have nothing to do with it', async () => {
    const { reminder } = await parley.owner.http.command('reminders.create', { text: 'mine', dueAt: inHours(1) })
    const finish = wei.http.command('reminders.finish', { reminderId: reminder.id })
    await expect(finish).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('times in words', () => {
  it('are read in the zone of who writes them', async () => {
    now = new Date('2026-11-28T02:30:00Z')
    expect(await wei.http.query('times.read', { text: '明天早上9点交报告' })).toEqual({
      at: '2026-11-29T01:00:00.000Z',
      repeats: null,
      rest: '交报告',
      deadline: { due: '2026-11-29T09:00:00+08:00', rest: '交报告' },
    })
    expect(await wei.http.query('times.read', { text: 'nothing about when' })).toMatchObject({ at: null })
  })
})
