import { randomUUID } from 'node:crypto'
import type { ChannelId, Message, MessageId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

let parley: TestParley
let wei: TestPerson
let nora: TestPerson
let omar: TestPerson
let bob: TestPerson
let supply: ChannelId
let board: ChannelId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('Wei Zhang')
  nora = await parley.addPerson('Nora Brandt')
  omar = await parley.addPerson('Omar Haddad')
  bob = await parley.addPerson('Bob Lee')
  supply = (await parley.createChannel('supply', [wei, nora, omar, bob], { withAssistant: true })).id
  board = (await parley.createChannel('board', [nora], { kind: 'private', withAssistant: true })).id
  await say(nora, supply, 'Which supplier do we take for the castings?')
  await say(wei, supply, 'Northwind is cheaper, Castline delivers faster.')
  await say(nora, supply, 'Then we decided: Castline becomes our supplier for the castings from January.')
  const asked = await say(bob, supply, 'When will the pump housings be shipped?')
  await say(wei, supply, 'I will ship the pump housings on Friday afternoon.', asked.id)
  await say(omar, supply, 'I built the payment gateway, ping me when the payment gateway times out.')
  await say(bob, supply, 'Does anybody understand why the payment gateway refuses cards?')
  await say(nora, board, 'We decided to close the Leeds warehouse in March.')
  await say(nora, supply, '我们决定了：包装供应商改用华盛，从下个月开始。')
})
afterAll(() => parley[Symbol.asyncDispose]())

/** Said, and found: its words are there. */
async function say({ http }: TestPerson, channelId: ChannelId, text: string, threadId?: MessageId): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID(), ...(threadId && { threadId }) }
  const { message } = await http.command('messages.send', body)
  await until(() => hasWords(message.id), 'the message has words')
  return message
}

async function hasWords(messageId: string): Promise<boolean> {
  const { rows } = parley.server.services.store
  const row = await sql`select 1 from message_words where message_id = ${messageId}::uuid`.execute(rows)
  return row.rows.length > 0
}

const ask = ({ http }: TestPerson, text: string) => http.command('assistant.ask', { text })

async function askIn(person: TestPerson, channelId: ChannelId, question: string): Promise<Message> {
  const { message } = await person.http.command('messages.send', {
    ...{ channelId, text: `@assistant ${question}`, clientMessageId: randomUUID() },
  })
  const find = async () => {
    const { messages } = await person.http.query('messages.list', { channelId, limit: 20 })
    return messages.find(({ card }) => card && 'repliesTo' in card && card.repliesTo === message.id)
  }
  await until(async () => (await find()) !== undefined, 'the assistant has answered')
  return (await find()) as Message
}

const saidIn = (message: Message): string[] =>
  (message.card && 'said' in message.card && message.card.said ? message.card.said : []).map(({ text }) => text)

describe('what people wrote is asked', () => {
  test('for what was decided, and quotes the sentence with its message', async () => {
    const { reply } = await ask(bob, 'What did we decide about the supplier for the castings?')
    expect(reply.kind).toBe('answer')
    expect(reply.said?.[0]).toMatchObject({
      text: 'Then we decided: Castline becomes our supplier for the castings from January.',
      channelId: supply,
      authorId: nora.user.id,
    })
    expect(reply.text).toContain('Nora Brandt')
    expect(reply.text).toContain('#supply')
  })

  test('in Chinese as in English', async () => {
    const { reply } = await ask(bob, '关于包装供应商我们定了什么？')
    expect(reply.kind).toBe('answer')
    expect(reply.said?.[0]?.text).toBe('我们决定了：包装供应商改用华盛，从下个月开始。')
  })

  test('for what somebody promised, and not what others say', async () => {
    const { reply } = await ask(bob, 'When did Wei say he would ship the pump housings?')
    expect(reply.said?.[0]).toMatchObject({
      text: 'I will ship the pump housings on Friday afternoon.',
      authorId: wei.user.id,
    })
    const other = await ask(bob, 'When did Omar say he would ship the pump housings?')
    expect(other.reply.kind).toBe('unknown')
  })

  test('for who knows, which is not who asks', async () => {
    const { reply } = await ask(nora, 'Who knows about the payment gateway?')
    expect(reply.kind).toBe('answer')
    expect(reply.text).toContain('Omar Haddad')
    expect(reply.text).not.toContain('Bob Lee')
  })

  test('and nothing is made up where nothing was said', async () => {
    const { reply } = await ask(bob, 'What did we decide about the zeppelin hangar?')
    expect(reply).toMatchObject({ kind: 'unknown' })
    expect(reply.said ?? []).toEqual([])
  })
})

describe('what was said in a private channel', () => {
  const QUESTION = 'What did we decide about the Leeds warehouse?'

  test('its members learn, and nobody else', async () => {
    expect((await ask(nora, QUESTION)).reply.text).toContain('in March')
    expect(JSON.stringify(await ask(bob, QUESTION))).not.toContain('in March')
  })

  test('is quoted in it, and not where others hear', async () => {
    expect(saidIn(await askIn(nora, board, QUESTION)).join()).toContain('in March')
    const heard = await askIn(nora, supply, QUESTION)
    expect(JSON.stringify(heard)).not.toContain('in March')
  })

  test('is not quoted to somebody who was taken out of it', async () => {
    const channel = await parley.createChannel('shed', [bob], { kind: 'private' })
    await say(bob, channel.id, 'We decided to paint the bicycle shed turquoise.')
    const question = 'What did we decide about the bicycle shed?'
    expect((await ask(bob, question)).reply.text).toContain('turquoise')
    await parley.owner.http.command('channels.removeMember', { channelId: channel.id, userId: bob.user.id })
    expect(JSON.stringify(await ask(bob, question))).not.toContain('turquoise')
  })
})

describe('a message that is gone', () => {
  const decided = async (thing: string) => say(nora, supply, `We decided to order ${thing} for the canteen.`)
  const question = (thing: string) => `What did we decide about ${thing} for the canteen?`

  test('is not quoted once it was deleted', async () => {
    const { id } = await decided('tangerines')
    expect((await ask(bob, question('tangerines'))).reply.text).toContain('tangerines for the canteen.')
    await nora.http.command('messages.delete', { messageId: id as MessageId })
    expect((await ask(bob, question('tangerines'))).reply.said ?? []).toEqual([])
  })

  test('is quoted as it was edited', async () => {
    const { id } = await decided('walnuts')
    await nora.http.command('messages.edit', {
      messageId: id as MessageId,
      text: 'We decided to order almonds, no walnuts, for the canteen.',
    })
    const { reply } = await ask(bob, question('walnuts'))
    expect(reply.said?.[0]?.text).toBe('We decided to order almonds, no walnuts, for the canteen.')
  })

  test('is not quoted when it is deleted in the last moment: nothing is known then', async () => {
    const { id } = await decided('quinces')
    const { library } = parley.server.services
    const areReadable = vi.spyOn(library, 'areReadable').mockImplementation(async (...asked) => {
      areReadable.mockRestore()
      await nora.http.command('messages.delete', { messageId: id as MessageId })
      return library.areReadable(...asked)
    })
    const { reply } = await ask(bob, question('quinces'))
    expect(JSON.stringify(reply)).not.toContain('quinces for the canteen.')
    expect(reply.kind).toBe('unknown')
  })

  test('is not quoted when it changes as often as it is found', async () => {
    const { id } = await decided('medlars')
    const { library } = parley.server.services
    let times = 0
    const areReadable = vi.spyOn(library, 'areReadable').mockImplementation(async () => {
      times += 1
      const text = `We decided to order ${times} boxes of medlars for the canteen.`
      await nora.http.command('messages.edit', { messageId: id as MessageId, text })
      return true
    })
    const { reply } = await ask(bob, question('medlars'))
    areReadable.mockRestore()
    expect(times).toBeGreaterThan(1)
    expect(reply).toMatchObject({ kind: 'unknown', citations: [] })
    expect(JSON.stringify(reply)).not.toContain('boxes')
  })
})
