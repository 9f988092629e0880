import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

const rows = () => parley.server.services.store.rows
const conversations = () => rows().selectFrom('conversations').select(['id', 'state']).orderBy('id').execute()
const order = '我需要订购一本《人工智能基础》的书'

describe('asking again under the same client id', () => {
  test('answers as the first time and takes no second turn, also when both are under way together', async () => {
    const body = { text: '请把发布清单分配给王伟，周五前完成', clientMessageId: randomUUID() }
    const ask = () => parley.owner.http.command('assistant.ask', body)
    const [first, together] = await Promise.all([ask(), ask()])
    const before = await conversations()
    const again = await ask()
    expect(first.reply.tasks).toHaveLength(1)
    expect(together).toEqual(first)
    expect(again).toEqual(first)
    expect(await conversations()).toEqual(before)
  })

  test('goes on with a flow once', async () => {
    const { conversationId } = await parley.owner.http.command('assistant.ask', { text: order })
    const body = { text: '确认', conversationId, clientMessageId: randomUUID() }
    const first = await parley.owner.http.command('assistant.ask', body)
    expect(first.reply.tasks).toHaveLength(1)
    expect(await parley.owner.http.command('assistant.ask', body)).toEqual(first)
  })

  test('is refused for another text, and for another conversation', async () => {
    const clientMessageId = randomUUID()
    const { conversationId } = await parley.owner.http.command('assistant.ask', { text: order, clientMessageId })
    for (const body of [{ text: '你好' }, { text: order, conversationId }])
      await expect(parley.owner.http.command('assistant.ask', { ...body, clientMessageId })).rejects.toMatchObject({
        code: 'client_message_id_reused',
        status: 422,
      })
  })

  test('is another question from another person, and without a client id', async () => {
    const wei = await parley.addPerson('王伟')
    const body = { text: order, clientMessageId: randomUUID() }
    const first = await parley.owner.http.command('assistant.ask', body)
    expect((await wei.http.command('assistant.ask', body)).conversationId).not.toBe(first.conversationId)
    const [one, two] = [
      await parley.owner.http.command('assistant.ask', { text: order }),
      await parley.owner.http.command('assistant.ask', { text: order }),
    ]
    expect(one.conversationId).not.toBe(two.conversationId)
  })
})

test('the name of the assistant is no part of what is asked, and what was found stands where it is in the text', async () => {
  const text = '@助手 请把发布清单分配给王伟'
  const { reply, understanding } = await parley.owner.http.command('assistant.ask', { text })
  expect(reply.tasks).toMatchObject([{ title: '发布清单' }])
  for (const slot of understanding.slots) expect(text.slice(slot.start, slot.end)).toBe(slot.text)
})
