import { randomUUID } from 'node:crypto'
import type { ChannelId, ScheduledMessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const HOUR_MS = 3_600_000

let parley: TestParley
let wei: TestPerson
let channelId: ChannelId
/** Set by the tests. */
let now = new Date()

beforeAll(async () => {
  parley = await startTestParley({ now: () => now })
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())
beforeEach(async () => {
  channelId = (await parley.createChannel(randomUUID().slice(0, 20), [wei])).id
})

const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS).toISOString()

async function pass(hours: number): Promise<void> {
  now = new Date(now.getTime() + hours * HOUR_MS)
  await parley.server.doPlanned()
}

async function schedule(text: string, hours = 1): Promise<ScheduledMessageId> {
  const { scheduled } = await wei.http.command('messages.schedule', { channelId, text, sendAt: inHours(hours) })
  return scheduled.id
}

const readTexts = async () =>
  (await parley.owner.http.query('messages.list', { channelId })).messages.map(({ text }) => text).reverse()
const readWaiting = async () => (await wei.http.query('state', {})).scheduledMessages

describe('a scheduled message', () => {
  it('is sent at its time as its author, with its mentions, and waits no longer', async () => {
    await schedule('早上好 @owner')
    await pass(0.9)
    expect(await readTexts()).toEqual([])
    await pass(0.2)
    const { messages } = await parley.owner.http.query('messages.list', { channelId })
    expect(messages).toMatchObject([{ text: '早上好 @owner', authorId: wei.user.id, mentions: [parley.owner.user.id] }])
    expect(await readWaiting()).toEqual([])
  })

  it('keeps the order of its times, whatever the order of writing', async () => {
    await schedule('third', 3)
    await schedule('first', 1)
    await schedule('second', 2)
    await pass(4)
    expect(await readTexts()).toEqual(['first', 'second', 'third'])
  })

  it('that was sent, but not noted as sent when the server was killed, is there once', async () => {
    const id = await schedule('once')
    const clientMessageId = `scheduled-${id}`
    await wei.http.command('messages.send', { channelId, text: 'once', clientMessageId })
    expect(await readWaiting()).toHaveLength(1)
    await pass(2)
    expect(await readTexts()).toEqual(['once'])
    expect(await readWaiting()).toEqual([])
  })

  it('is changed, sent at once, or cancelled by its author alone', async () => {
    const id = await schedule('draft')
    const other = parley.owner.http.command('messages.updateScheduled', { scheduledMessageId: id, text: 'mine now' })
    await expect(other).rejects.toMatchObject({ code: 'not_found' })
    await wei.http.command('messages.updateScheduled', { scheduledMessageId: id, text: 'final', sendAt: inHours(5) })
    await pass(2)
    expect(await readTexts()).toEqual([])
    const { message } = await wei.http.command('messages.sendScheduled', { scheduledMessageId: id })
    expect(message?.text).toBe('final')
    await wei.http.command('messages.cancelScheduled', { scheduledMessageId: await schedule('never') })
    await pass(10)
    expect(await readTexts()).toEqual(['final'])
  })

  it('cannot be changed once its time has come', async () => {
    const id = await schedule('too late')
    now = new Date(now.getTime() + 2 * HOUR_MS)
    const change = wei.http.command('messages.updateScheduled', { scheduledMessageId: id, text: 'other words' })
    await expect(change).rejects.toMatchObject({ code: 'not_found' })
    await parley.server.doPlanned()
    expect(await readTexts()).toEqual(['too late'])
  })

  it('says why it could not be sent, and can be sent after all', async () => {
    const id = await schedule('into the archive')
    await parley.owner.http.command('channels.archive', { channelId, isArchived: true })
    await pass(2)
    expect(await readWaiting()).toMatchObject([{ id, failure: 'channel_archived', text: 'into the archive' }])
    const again = wei.http.command('messages.sendScheduled', { scheduledMessageId: id })
    await expect(again).rejects.toMatchObject({ code: 'channel_archived' })
    expect(await readWaiting()).toMatchObject([{ failure: 'channel_archived' }])
    await parley.owner.http.command('channels.archive', { channelId, isArchived: false })
    await wei.http.command('messages.updateScheduled', { scheduledMessageId: id, sendAt: inHours(1) })
    await pass(2)
    expect(await readTexts()).toEqual(['into the archive'])
  })

  it('of somebody who was taken out of the channel is not sent there', async () => {
    await schedule('from outside')
    await parley.owner.http.command('channels.removeMember', { channelId, userId: wei.user.id })
    await pass(2)
    expect(await readTexts()).toEqual([])
    expect(await readWaiting()).toMatchObject([{ failure: 'not_a_member' }])
    const [failed] = await readWaiting()
    if (failed) await wei.http.command('messages.cancelScheduled', { scheduledMessageId: failed.id })
  })

  it('of somebody who is suspended is not sent', async () => {
    const hothead = await parley.addPerson('Hothead')
    const { id: userId } = hothead.user
    await parley.owner.http.command('channels.addMember', { channelId, userId })
    const body = { channelId, text: 'still here', sendAt: inHours(1) }
    await hothead.http.command('messages.schedule', body)
    await parley.owner.http.command('users.suspend', { userId, hours: 24, reason: 'insults' })
    await pass(2)
    expect(await readTexts()).toEqual([])
  })

  it('needs a time ahead within a year, and a channel of the author’s', async () => {
    await expect(schedule('past', -1)).rejects.toMatchObject({ code: 'time_out_of_range' })
    await expect(schedule('far', 24 * 400)).rejects.toMatchObject({ code: 'time_out_of_range' })
    const foreign = await parley.createChannel('not-weis', [], { kind: 'private' })
    const body = { channelId: foreign.id, text: 'x', sendAt: inHours(1) }
    await expect(wei.http.command('messages.schedule', body)).rejects.toMatchObject({ code: 'not_a_member' })
  })

  // The last: whoever was signed in before speaks to the server that was.
  it('that fell due while the server was off is sent at the next start', async () => {
    await schedule('late')
    now = new Date(now.getTime() + 2 * HOUR_MS)
    await parley.restart()
    await parley.server.doPlanned()
    expect(await readTexts()).toEqual(['late'])
  })
})
