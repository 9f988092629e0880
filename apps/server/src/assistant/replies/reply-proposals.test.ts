import { randomUUID } from 'node:crypto'
import type { ChannelId, Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvents } from '../../store/read-events'

let parley: TestParley
let wei: TestPerson
let mei: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  mei = await parley.addPerson('李梅')
})
afterAll(() => parley[Symbol.asyncDispose]())

async function say(person: TestPerson, channelId: ChannelId, text: string, threadId?: Message['id']): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID(), threadId }
  return (await person.http.command('messages.send', body)).message
}

const readAll = async (channelId: ChannelId): Promise<readonly Message[]> =>
  (await parley.owner.http.query('messages.list', { channelId, limit: 50 })).messages

const linkOf = async ({ channelId, id }: Message) =>
  (await readAll(channelId)).find((message) => message.id === id)?.answers

const channel = (name: string) => parley.createChannel(name, [wei, mei], { withAssistant: true })

const QUESTION = 'Who keeps the certificate of the payment gateway?'
const ANSWER = '@王伟 I keep the certificate of the payment gateway'

/** A question, something else, and what answers the question. */
async function crossing(name: string) {
  const { id } = await channel(name)
  const question = await say(wei, id, QUESTION)
  await say(mei, id, '中午有人一起吃面吗')
  const answer = await say(parley.owner, id, ANSWER)
  await parley.settle()
  return { question, answer }
}

describe('what a message seems to answer', () => {
  it('is said where somebody else spoke in between, with its reasons', async () => {
    const { question, answer } = await crossing('across')
    const link = await linkOf(answer)
    expect(link).toMatchObject({ messageId: question.id, authorId: wei.user.id, state: 'proposed', decidedBy: null })
    expect(link?.confidence).toBeGreaterThanOrEqual(0.65)
    expect(link?.reasons).toContain('names')
  })

  it('reaches whoever was away when it was found, and knew the message already', async () => {
    const { answer } = await crossing('away')
    const { rows } = parley.server.services.store
    const [linked, ...none] = await readEvents(rows, answer.channelId, answer.seq, 10)
    expect(linked).toMatchObject({ type: 'reply-linked', messageId: answer.id, answers: { state: 'proposed' } })
    expect(none).toEqual([])
  })

  it('is not said of what follows at once: everybody sees it', async () => {
    const { id } = await channel('at-once')
    await say(wei, id, QUESTION)
    const answer = await say(parley.owner, id, ANSWER)
    await parley.settle()
    expect(await linkOf(answer)).toBeUndefined()
  })

  it('is not said of a reply in a thread, nor where the assistant is no member', async () => {
    const { question } = await crossing('threaded')
    const reply = await say(parley.owner, question.channelId, ANSWER, question.id)
    const outside = await parley.createChannel('outside', [wei, mei])
    await say(wei, outside.id, QUESTION)
    await say(mei, outside.id, '中午有人一起吃面吗')
    const unread = await say(parley.owner, outside.id, ANSWER)
    await parley.settle()
    expect([await linkOf(reply), await linkOf(unread)]).toEqual([undefined, undefined])
  })
})

describe('what people say to that', () => {
  it('is for everybody in the channel, and can be taken back', async () => {
    const { answer } = await crossing('settled')
    for (const state of ['confirmed', 'dismissed', 'proposed'] as const) {
      const { message } = await mei.http.command('messages.settleReply', { messageId: answer.id, state })
      expect(message.answers).toMatchObject({ state, decidedBy: mei.user.id })
      expect(await linkOf(answer)).toMatchObject({ state })
    }
  })

  it('is refused to strangers, and where nothing was proposed', async () => {
    const { question, answer } = await crossing('refused')
    const stranger = await parley.addPerson('陌生人')
    const settle = (person: TestPerson, messageId: Message['id']) =>
      person.http.command('messages.settleReply', { messageId, state: 'confirmed' })
    await expect(settle(stranger, answer.id)).rejects.toMatchObject({ code: 'not_a_member' })
    await expect(settle(wei, question.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('goes with the message', async () => {
    const { answer } = await crossing('deleted')
    await parley.owner.http.command('messages.delete', { messageId: answer.id })
    await until(async () => (await linkOf(answer)) === undefined, 'the link is gone')
    const rows = parley.server.services.store.rows
    const row = await rows.selectFrom('messages').select('reply_link').where('id', '=', answer.id).executeTakeFirst()
    expect(row?.reply_link).toBeNull()
  })
})

describe('after a crash', () => {
  // The last: the server is another one afterwards.
  it('is what it was when the channel is read again after a crash', async () => {
    const { answer } = await crossing('again')
    await wei.http.command('messages.settleReply', { messageId: answer.id, state: 'dismissed' })
    await parley.server.services.store.rows.deleteFrom('reader_cursors').execute()
    await parley.restart()
    await parley.settle()
    expect(await linkOf(answer)).toMatchObject({ state: 'dismissed', decidedBy: wei.user.id })
  })
})
