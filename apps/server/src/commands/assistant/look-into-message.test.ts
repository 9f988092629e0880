import { randomUUID } from 'node:crypto'
import type { ChannelId, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let parley: TestParley
let wei: TestPerson
let ann: TestPerson
let channelId: ChannelId
beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  ann = await parley.addPerson('Ann')
  channelId = (await parley.createChannel('travel', [wei, ann])).id
  await add('Travel policy', 'A hotel costs at most 120 euros a night. Meals cost at most 45 euros a day.')
  const { http, user } = parley.owner
  const secret = await http.command('knowledge.createCollection', { name: 'Secret', readerIds: [user.id] })
  await add('Bonus policy', 'Directors get a bonus of 9000 euros in March.', { collectionId: secret.collection.id })
})
afterAll(() => parley[Symbol.asyncDispose]())

const add = (title: string, text: string, place: object = {}) =>
  parley.owner.http.command('knowledge.addDocument', { title, text, mimeType: 'text/markdown', ...place })
async function say(text: string, by = wei, threadId: MessageId | null = null): Promise<MessageId> {
  const body = { channelId, text, clientMessageId: randomUUID(), ...(threadId && { threadId }) }
  return (await by.http.command('messages.send', body)).message.id
}
const lookInto = (messageId: MessageId, by = ann) => by.http.command('assistant.lookInto', { messageId })
const noted = async () => {
  await parley.server.questionsNoted()
  return parley.server.services.store.rows.selectFrom('questions').selectAll().execute()
}

describe('looking for an answer to a message', () => {
  it('finds it with its source, for the reader alone, and notes it as a question of theirs', async () => {
    const messageId = await say('Does anybody know: how much is a hotel a night?')
    const found = await lookInto(messageId)
    expect(found).toMatchObject({ messageId, isForEverybody: true, people: [], reply: { kind: 'answer' } })
    expect(found.reply.text).toContain('120')
    expect(found.reply.citations[0]?.title).toBe('Travel policy')
    expect(found.reply.query).toBeDefined()
    const entry = (await noted()).find(({ id }) => id === found.questionId)
    expect(entry).toMatchObject({ asker_id: ann.user.id, message_id: messageId, outcome: 'answered', place: 'public' })
    const { messages } = await wei.http.query('messages.list', { channelId })
    expect(messages.filter(({ card }) => card !== null)).toEqual([])
  })

  it('takes what was asked last in a thread whose first message asks nothing', async () => {
    const root = await say('Off to Munich on Monday')
    await say('Nice. How much may meals cost a day?', wei, root)
    await say('Enjoy it', ann, root)
    const found = await lookInto(root)
    expect(found.question).toBe('Nice. How much may meals cost a day?')
    expect(found.reply.text).toContain('45')
  })

  it('answers each reader from what they may read, and says when others may not', async () => {
    const messageId = await say('How much is the bonus of directors?', ann)
    expect(JSON.stringify(await lookInto(messageId, wei))).not.toContain('9000')
    const found = await lookInto(messageId, parley.owner)
    expect(found.reply.text).toContain('9000')
    expect(found.isForEverybody).toBe(false)
  })

  it('names who seems to know where nothing is known, never whoever asks', async () => {
    await say('I maintain the payment gateway, I wrote most of its retry code.')
    const messageId = await say('Why does the payment gateway retry twice?', ann)
    // The words of messages follow a moment later.
    await until(async () => (await lookInto(messageId)).people.length > 0, 'what was said is found')
    const found = await lookInto(messageId)
    expect(found.reply.kind).toBe('unknown')
    expect(found.people).toMatchObject([{ userId: wei.user.id, isMember: true }])
    expect(found.people[0]?.said.text).toContain('payment gateway')
    expect((await lookInto(messageId, wei)).people).toEqual([])
  })

  it('is for those who may read the message', async () => {
    const hidden = await parley.createChannel('hidden', [], { kind: 'private' })
    const body = { channelId: hidden.id, text: 'How much is a hotel?', clientMessageId: randomUUID() }
    const { message } = await parley.owner.http.command('messages.send', body)
    await expect(lookInto(message.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(lookInto(randomUUID() as MessageId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a judgement of such an answer', () => {
  it('is kept with the question, the last one, and is the asker’s alone', async () => {
    const { questionId } = await lookInto(await say('How much is a hotel a night, please?'))
    await parley.server.questionsNoted()
    const judge = (isHelpful: boolean, by = ann) => by.http.command('questions.judge', { questionId, isHelpful })
    await judge(true)
    await judge(false)
    await expect(judge(true, wei)).rejects.toMatchObject({ code: 'not_found' })
    expect((await noted()).find(({ id }) => id === questionId)).toMatchObject({ is_helpful: false })
  })
})
