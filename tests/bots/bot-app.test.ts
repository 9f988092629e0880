import { randomUUID } from 'node:crypto'
import { type BotApp, type CursorStore, createApp } from '@parley/client'
import type { Channel, Cursors, UserId } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

let parley: TestParley
let wei: TestPerson
let channel: Channel
let token: string
let botId: UserId

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('bots', [wei])
  const made = await parley.owner.http.command('bots.create', { name: 'Greeter' })
  token = made.token
  botId = made.user.id
  await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: botId })
  const description = { en: 'Adds numbers', zh: '把数字相加' }
  await parley.owner.http.command('slashCommands.create', { name: 'sum', description, botId })
})
afterAll(() => parley[Symbol.asyncDispose]())

const say = (text: string) =>
  wei.http.command('messages.send', { channelId: channel.id, text, clientMessageId: randomUUID() })
const said = async () => {
  const { messages } = await wei.http.query('messages.list', { channelId: channel.id, limit: 200 })
  return messages.filter(({ authorId }) => authorId === botId).map(({ text }) => text)
}
const untilSaid = (text: string) => until(async () => (await said()).includes(text), `the bot says “${text}”`)

/** The bot of the README. */
function createGreeter(cursorStore?: CursorStore): BotApp {
  const app = createApp({ token, url: parley.url, webSocket: WebSocket as never, ...(cursorStore && { cursorStore }) })
  app.message(/^hello (\w+)/i, ({ matches, say: answer }) => answer(`Hello, ${matches[1]}`))
  app.command('/sum', async ({ command, ack, respond }) => {
    await ack()
    const numbers = command.text.split(' ').map(Number)
    await respond(`${numbers.reduce((one, other) => one + other, 0)}`, { isForChannel: true })
  })
  app.event('member_joined_channel', ({ say: answer }) => answer('Welcome'))
  return app
}

describe('a bot in the shape of Bolt', () => {
  test('hears messages, slash commands and events, and answers in their channel', async () => {
    const app = createGreeter()
    await app.start()
    await say('Hello world')
    await untilSaid('Hello, world')
    await wei.http.command('slashCommands.invoke', { name: 'sum', channelId: channel.id, text: '20 22' })
    await untilSaid('42')
    const newcomer = await parley.addPerson('Newcomer')
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: newcomer.user.id })
    await untilSaid('Welcome')
    await app.stop()
  })

  test('hears by app_mention what names it and nothing else, and answers in the forms of Bolt', async () => {
    const app = createApp({ token, url: parley.url, webSocket: WebSocket as never })
    app.event('app_mention', async ({ event, say: answer }) => {
      if (event.type !== 'message-created') return
      await answer({ text: `named: ${event.message.text}`, thread_ts: event.message.id })
    })
    app.command('/sum', ({ ack }) => ack({ text: 'for all', response_type: 'in_channel' }))
    await app.start()
    const { message: other } = await say('nobody is named')
    const { message } = await say('@Greeter are you there?')
    const replies = async ({ id: threadId } = message) => {
      const { messages } = await wei.http.query('messages.list', { channelId: channel.id, threadId })
      return messages.map(({ text }) => text)
    }
    await until(async () => (await replies()).length > 0, 'it answers in the thread')
    expect(await replies()).toEqual(['named: @Greeter are you there?'])
    await wei.http.command('slashCommands.invoke', { name: 'sum', channelId: channel.id, text: '' })
    await untilSaid('for all')
    expect(await replies(other)).toEqual([])
    await app.stop()
  })

  test('asks its middleware first, and a handler that throws keeps no other from hearing', async () => {
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    const app = createApp({ token, url: parley.url, webSocket: WebSocket as never, onError })
    app.use(async ({ event, next }) => {
      const isBlocked = event.type === 'message-created' && event.message.text.includes('blocked')
      if (!isBlocked) await next()
    })
    app.message('please', () => {
      throw new Error('broken at once')
    })
    app.message('please', () => Promise.reject(new Error('broken')))
    app.message('please', ({ say: answer, message }) => answer(`heard ${message.text}`))
    await app.start()
    await say('please blocked')
    await say('please')
    await untilSaid('heard please')
    expect(errors).toMatchObject([{ message: 'broken at once' }, { message: 'broken' }])
    expect(await said()).not.toContain('heard please blocked')
    await app.stop()
  })

  test('does not start with a token that is no good, and says when it was taken away', async () => {
    const stranger = createApp({ token: 'prl_nobody', url: parley.url, webSocket: WebSocket as never })
    await expect(stranger.start()).rejects.toMatchObject({ code: 'unauthenticated' })
    const made = await parley.owner.http.command('bots.create', { name: 'Passer-by' })
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    const app = createApp({ token: made.token, url: parley.url, webSocket: WebSocket as never, onError })
    await app.start()
    await parley.owner.http.command('tokens.revoke', { tokenId: made.accessToken.id })
    await until(() => errors.length > 0, 'it hears that its token is gone')
    expect(errors).toMatchObject([{ code: 'unauthenticated' }])
    await app.stop()
  })

  test('goes on after a restart where it stopped, and answers nothing twice', async () => {
    let kept: Cursors | null = null
    const save = async (cursors: Cursors) => {
      kept = cursors
    }
    const cursorStore = { load: async () => kept, save }
    const first = createGreeter(cursorStore)
    await first.start()
    await say('hello before')
    await untilSaid('Hello, before')
    await until(() => kept !== null && (kept[channel.id as never] ?? 0) > 0, 'the cursor is kept')
    await first.stop()
    await say('hello meanwhile')
    // As if the process had ended before the last cursors were kept.
    const older = kept as Cursors | null
    kept = Object.fromEntries(Object.entries(older ?? {}).map(([id, seq]) => [id, Math.max(0, seq - 3)])) as Cursors
    const second = createGreeter(cursorStore)
    await second.start()
    await untilSaid('Hello, meanwhile')
    await second.stop()
    const answers = await said()
    expect(answers.filter((text) => text === 'Hello, before')).toHaveLength(1)
    expect(answers.filter((text) => text === 'Hello, meanwhile')).toHaveLength(1)
  })
})
