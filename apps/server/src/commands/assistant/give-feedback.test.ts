import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channelId: ChannelId
let question: Message
let replyId: MessageId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  channelId = (await parley.createChannel('judged', [wei], { withAssistant: true })).id
  const body = { channelId, text: '@助手 你好', clientMessageId: randomUUID() }
  question = (await wei.http.command('messages.send', body)).message
  const replies = async () =>
    (await wei.http.query('messages.list', { channelId })).messages.filter(({ card }) => card !== null)
  await until(async () => (await replies()).length === 1, 'the assistant has answered')
  replyId = (await replies())[0]!.id
})
afterAll(() => parley[Symbol.asyncDispose]())

const judge = ({ http }: TestPerson, messageId: MessageId, isHelpful: boolean) =>
  http.command('assistant.feedback', { messageId, isHelpful })
const stored = async () => {
  const rows = await parley.server.services.store.rows.selectFrom('feedback').selectAll().execute()
  return Object.fromEntries(rows.map((row) => [row.user_id, row.is_helpful]))
}

describe('assistant.feedback', () => {
  it('keeps one judgement a person, the last one', async () => {
    await judge(wei, replyId, true)
    await judge(parley.owner, replyId, true)
    await judge(wei, replyId, false)
    await judge(wei, replyId, false)
    expect(await stored()).toEqual({ [wei.user.id]: false, [parley.owner.user.id]: true })
  })

  it('is of the assistant’s replies only', async () => {
    const before = await stored()
    await expect(judge(wei, question.id, true)).rejects.toMatchObject({ code: 'not_found' })
    await expect(judge(wei, randomUUID() as MessageId, true)).rejects.toMatchObject({ code: 'not_found' })
    expect(await stored()).toEqual(before)
  })

  it('is for members of the channel', async () => {
    const stranger = await parley.addPerson('Stranger')
    await expect(judge(stranger, replyId, true)).rejects.toMatchObject({ code: 'not_a_member' })
    expect(await stored()).not.toHaveProperty(stranger.user.id)
  })
})
