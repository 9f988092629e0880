import { randomUUID } from 'node:crypto'
import { RuleBook, readWithRules, recognise } from '@parley/nlu'
import type { ChannelId, Message } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Comprehension } from './comprehension'
import type { LanguageEngine } from './language-engine'

let parley: TestParley
let gate: Promise<void>
let understood: string[]
const noRules = new RuleBook([])

/** Reads by rules, and only while the gate is open. */
const comprehension: Comprehension = {
  madeBy: 'test',
  read: async (messages) => {
    await gate
    understood.push(...messages.map((message) => message.text))
    return messages.map(({ text, situation }) =>
      readWithRules({ text, situation, recognise, encoding: null, heads: null }, noRules),
    )
  },
}
const engine = async (): Promise<LanguageEngine> => ({
  encoder: null,
  comprehension,
  status: () => 'unavailable',
  close: async () => undefined,
})

beforeEach(async () => {
  gate = Promise.resolve()
  understood = []
  parley = await startTestParley({ engine })
})
afterEach(() => parley[Symbol.asyncDispose]())

async function say(person: TestPerson, channelId: ChannelId, text: string): Promise<Message> {
  const body = { channelId, text, clientMessageId: randomUUID() }
  return (await person.http.command('messages.send', body)).message
}

async function readAll(channelId: ChannelId): Promise<readonly Message[]> {
  return (await parley.owner.http.query('messages.list', { channelId, limit: 200 })).messages.toReversed()
}

const repliesIn = async (channelId: ChannelId) =>
  (await readAll(channelId)).filter((message) => message.authorId === parley.assistant.id)

const rows = () => parley.server.services.store.rows

/** As after a crash that lost what had been read: all channels are read from the assistant's joining on. */
async function readAgain(): Promise<void> {
  await rows().deleteFrom('reader_cursors').execute()
  await parley.restart()
  await parley.settle()
}

async function memory() {
  const conversations = rows().selectFrom('conversations').select(['state', 'last_cause']).orderBy('id').execute()
  const tasks = rows().selectFrom('tasks').selectAll().orderBy('id').execute()
  const understandings = rows().selectFrom('understandings').selectAll().orderBy('message_id').execute()
  return Promise.all([conversations, tasks, understandings])
}

describe('the assistant as a reader', () => {
  test('answers where it is a member, and nowhere else', async () => {
    const inside = await parley.createChannel('inside', [], { withAssistant: true })
    const outside = await parley.createChannel('outside')
    await say(parley.owner, outside.id, '@助手 你好')
    await say(parley.owner, inside.id, '@助手 你好')
    await until(async () => (await repliesIn(inside.id)).length === 1, 'the reply')
    await parley.settle()
    expect(await repliesIn(outside.id)).toEqual([])
    expect(understood).toEqual(['你好'])
  })

  test('neither reads nor answers what was said while it was out, not even after it is back', async () => {
    const channel = await parley.createChannel('in-and-out', [], { withAssistant: true })
    const membership = { channelId: channel.id, userId: parley.assistant.id }
    await say(parley.owner, channel.id, '@助手 first')
    await until(async () => (await repliesIn(channel.id)).length === 1, 'the first reply')
    await parley.owner.http.command('channels.removeMember', membership)
    await say(parley.owner, channel.id, '@助手 second')
    await parley.owner.http.command('channels.addMember', membership)
    await say(parley.owner, channel.id, '@助手 third')
    await until(async () => (await repliesIn(channel.id)).length === 2, 'the reply to the third')
    await readAgain()
    expect(await repliesIn(channel.id)).toHaveLength(2)
    expect(understood).not.toContain('second')
  })

  test('that is removed while it thinks says nothing any more, and goes on elsewhere', async () => {
    const left = await parley.createChannel('left', [], { withAssistant: true })
    const kept = await parley.createChannel('kept', [], { withAssistant: true })
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    await say(parley.owner, left.id, '@助手 你好')
    const sent = () => rows().selectFrom('messages').selectAll().where('channel_id', '=', left.id).execute()
    await until(async () => (await sent()).length === 1, 'it was sent')
    await parley.owner.http.command('channels.removeMember', { channelId: left.id, userId: parley.assistant.id })
    open()
    await say(parley.owner, kept.id, '@助手 你好')
    await until(async () => (await repliesIn(kept.id)).length === 1, 'the reply elsewhere')
    expect(await repliesIn(left.id)).toEqual([])
  })

  test('answers nothing twice, makes no task twice and takes no turn twice when it reads everything again', async () => {
    const wei = await parley.addPerson('王伟')
    const channel = await parley.createChannel('replay', [wei], { withAssistant: true })
    await say(parley.owner, channel.id, '大家早')
    await say(parley.owner, channel.id, '@助手 请把发布清单分配给王伟，周五前完成')
    await say(parley.owner, channel.id, '@助手 我需要订购一本《人工智能基础》的书')
    await until(async () => (await repliesIn(channel.id)).length === 2, 'both replies')
    await say(parley.owner, channel.id, '确认')
    await until(async () => (await repliesIn(channel.id)).length === 3, 'the order')
    await say(parley.owner, channel.id, '@助手 我需要订购一本《深度学习》的书')
    await until(async () => (await repliesIn(channel.id)).length === 4, 'the second order, which stays open')
    await parley.settle()
    const [messages, before] = [await readAll(channel.id), await memory()]
    expect(before[1]).toHaveLength(2)
    await readAgain()
    expect(await readAll(channel.id)).toEqual(messages)
    expect(await memory()).toEqual(before)
    // The proof that it did read again.
    expect(understood.filter((text) => text === '大家早')).toHaveLength(2)
  })

  test('keeps what it understood with the places in the message, its own name counted', async () => {
    const wei = await parley.addPerson('王伟')
    const channel = await parley.createChannel('places', [wei], { withAssistant: true })
    const message = await say(parley.owner, channel.id, '@助手 请把发布清单分配给王伟，周五前完成')
    await until(async () => (await repliesIn(channel.id)).length === 1, 'the reply')
    const { understanding } = await parley.owner.http.query('messages.understanding', { messageId: message.id })
    expect(understanding?.slots.map(({ start, end }) => message.text.slice(start, end))).toEqual(['王伟', '周五'])
  })

  test('repeats its answer, not the turn, when it crashed between deciding and saying', async () => {
    const channel = await parley.createChannel('crash', [], { withAssistant: true })
    const { messages } = parley.server.services.store
    const store = messages.store.bind(messages)
    let crashes = 0
    Object.assign(messages, {
      store: (draft: Parameters<typeof store>[0]) => {
        if (draft.authorId !== parley.assistant.id || crashes > 0) return store(draft)
        crashes += 1
        return Promise.reject(new Error('Connection terminated unexpectedly'))
      },
    })
    await say(parley.owner, channel.id, '@助手 我需要订购一本《人工智能基础》的书')
    await until(async () => (await repliesIn(channel.id)).length === 1, 'the reply, after the crash')
    expect(crashes).toBe(1)
    await say(parley.owner, channel.id, '确认')
    await until(async () => (await repliesIn(channel.id)).length === 2, 'the order')
    expect((await memory())[1]).toHaveLength(1)
  })

  test('hears an answer to its question that waited together with what it answers', async () => {
    const channel = await parley.createChannel('backlog', [], { withAssistant: true })
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    await say(parley.owner, channel.id, 'something that keeps it busy')
    await say(parley.owner, channel.id, '@助手 我需要订购一本《人工智能基础》的书')
    await say(parley.owner, channel.id, '确认')
    open()
    await until(async () => (await repliesIn(channel.id)).length === 2, 'both replies')
    expect((await memory())[1]).toHaveLength(1)
  })

  test('a flood is delivered while the assistant is busy, waits in bounds, and is understood once each', async () => {
    const channel = await parley.createChannel('flood', [], { withAssistant: true })
    using listener = await listenToEvents(parley.url, parley.owner.token)
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    const texts = Array.from({ length: 1_000 }, (_, index) => `message ${index}`)
    for (let start = 0; start < texts.length; start += 50) {
      await Promise.all(texts.slice(start, start + 50).map((text) => say(parley.owner, channel.id, text)))
    }
    const delivered = () => listener.events.filter((event) => event.type === 'message-created').length
    await until(() => delivered() === texts.length, 'everything is delivered')
    expect(understood).toEqual([])
    expect(parley.server.measureAssistant().waitingEvents).toBeLessThanOrEqual(501)
    open()
    await until(() => understood.length >= texts.length, 'everything is understood')
    await parley.settle()
    expect(understood.toSorted()).toEqual(texts.toSorted())
    expect((await memory())[2]).toHaveLength(texts.length)
    expect(parley.server.measureAssistant().waitingEvents).toBe(0)
  })

  test('keeps nothing of words that were deleted or changed before it came to them, and reads the new ones', async () => {
    const channel = await parley.createChannel('regret', [], { withAssistant: true })
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    const [gone, changed] = [
      await say(parley.owner, channel.id, '@助手 a secret'),
      await say(parley.owner, channel.id, 'a typo'),
    ]
    await parley.owner.http.command('messages.delete', { messageId: gone.id })
    await parley.owner.http.command('messages.edit', { messageId: changed.id, text: 'no typo' })
    open()
    await until(() => understood.length === 3, 'both were read, and what one of them was changed to')
    await parley.settle()
    expect(understood.at(-1)).toBe('no typo')
    expect((await memory())[2]).toMatchObject([{ message_id: changed.id }])
    expect(await repliesIn(channel.id)).toEqual([])
  })
})
