import { randomUUID } from 'node:crypto'
import type { ChannelId, Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const SECRET = 'kingfisher'
const QUESTION = 'What is the code name of the Helsinki merger?'

let parley: TestParley
let ann: TestPerson
let bob: TestPerson

beforeAll(async () => {
  parley = await startTestParley()
  ann = await parley.addPerson('Ann')
  bob = await parley.addPerson('Bob')
  const { collection } = await parley.owner.http.command('knowledge.createCollection', {
    name: 'Board',
    readerIds: [parley.owner.user.id, ann.user.id],
  })
  await parley.owner.http.command('knowledge.addDocument', {
    title: 'Helsinki merger',
    text: `# Helsinki merger\n\nThe code name of the Helsinki merger is ${SECRET}.\n`,
    mimeType: 'text/markdown',
    collectionId: collection.id,
  })
})
afterAll(() => parley[Symbol.asyncDispose]())

async function ask(person: TestPerson, channelId: ChannelId, text = `@assistant ${QUESTION}`): Promise<Message> {
  const { message } = await person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
  const find = async () => {
    const { messages } = await person.http.query('messages.list', { channelId, limit: 20 })
    return messages.find(({ card }) => card?.repliesTo === message.id)
  }
  await until(async () => (await find()) !== undefined, 'the assistant has answered')
  return (await find()) as Message
}

const isLeaking = (told: unknown): boolean => JSON.stringify(told).toLowerCase().includes(SECRET)

describe('what a restricted collection says', () => {
  test('its readers learn: alone, and where nobody else can listen', async () => {
    expect(isLeaking(await parley.owner.http.command('assistant.ask', { text: QUESTION }))).toBe(true)
    const { state } = await parley.owner.http.command('channels.openDirect', { userIds: [parley.assistant.id] })
    expect(isLeaking(await ask(parley.owner, state.channel.id, QUESTION))).toBe(true)
    const board = await parley.createChannel('board', [ann], { kind: 'private', withAssistant: true })
    expect(isLeaking(await ask(ann, board.id))).toBe(true)
  })

  test('nobody else learns: neither by asking, nor from the list of documents', async () => {
    expect(isLeaking(await bob.http.command('assistant.ask', { text: QUESTION }))).toBe(false)
    expect(isLeaking(await bob.http.query('knowledge.list', {}))).toBe(false)
    const { state } = await bob.http.command('channels.openDirect', { userIds: [parley.assistant.id] })
    expect(isLeaking(await ask(bob, state.channel.id, QUESTION))).toBe(false)
  })

  test('is not said where one listener may not read it, whoever asks', async () => {
    const mixed = await parley.createChannel('mixed', [ann, bob], { kind: 'private', withAssistant: true })
    expect(isLeaking(await ask(parley.owner, mixed.id))).toBe(false)
  })

  test('is not said in a public channel, whose history everybody may read, even while only its readers are in', async () => {
    const open = await parley.createChannel('open', [ann], { withAssistant: true })
    expect(isLeaking(await ask(parley.owner, open.id))).toBe(false)
    expect(isLeaking(await bob.http.query('messages.list', { channelId: open.id, limit: 20 }))).toBe(false)
  })

  test('is not said any more once its reader is in a channel with a newcomer', async () => {
    const grown = await parley.createChannel('grown', [ann], { kind: 'private', withAssistant: true })
    expect(isLeaking(await ask(ann, grown.id))).toBe(true)
    await parley.owner.http.command('channels.addMember', { channelId: grown.id, userId: bob.user.id })
    expect(isLeaking(await ask(ann, grown.id))).toBe(false)
  })
})
