import { createHmac } from 'node:crypto'
import { createHttpClient, type HttpClient } from '@parley/client'
import type { Channel, Event, UserId } from '@parley/protocol'
import {
  type EventListener,
  listenToEvents,
  type ReceivedPost,
  startReceiver,
  startTestParley,
  type TestParley,
  type TestPerson,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let channel: Channel
let bot: { readonly id: UserId; readonly token: string; readonly http: HttpClient }
let ears: EventListener

beforeAll(async () => {
  parley = await startTestParley({ hookHosts: ['127.0.0.1'] })
  wei = await parley.addPerson('王伟')
  channel = await parley.createChannel('ops', [wei])
  const { user, token } = await parley.owner.http.command('bots.create', { name: 'Deployer' })
  bot = { id: user.id, token, http: createHttpClient({ baseUrl: parley.url, token }) }
  ears = await listenToEvents(parley.url, wei.token)
})
afterAll(async () => {
  ears.socket.terminate()
  await parley[Symbol.asyncDispose]()
})

const description = { en: 'Deploy a version', zh: '部署一个版本' }
const register = (name: string, more: { readonly url?: string; readonly botId?: UserId }) =>
  parley.owner.http.command('slashCommands.create', { name, description, usage: '[version]', ...more })
const invoke = (name: string, text = '') =>
  wei.http.command('slashCommands.invoke', { name, channelId: channel.id, text })

type Answered = Extract<Event, { type: 'command-answered' }>
async function hear(text: string): Promise<Answered> {
  const isIt = (event: Event) => event.type === 'command-answered' && event.answer?.text === text
  return (await ears.waitFor(isIt, `the answer “${text}”`)) as Answered
}

describe('a slash command of a bot', () => {
  test('is listed for everybody in both languages, without its address', async () => {
    await register('deploy', { botId: bot.id })
    const { commands } = await wei.http.query('commands.list', {})
    expect(commands).toMatchObject([{ name: 'deploy', description, usage: '[version]', botId: bot.id }])
    expect(Object.keys(commands[0] ?? {})).not.toContain('url')
  })

  test('reaches the bot on its socket, and its answer whoever gave it, alone', async () => {
    using listener = await listenToEvents(parley.url, bot.token)
    const { invocationId } = await invoke('deploy', '1.2 生产')
    const event = await listener.waitFor(({ type }) => type === 'command-invoked', 'the command')
    expect(event).toMatchObject({
      invocation: { id: invocationId, name: 'deploy', text: '1.2 生产', userId: wei.user.id },
    })
    await bot.http.command('slashCommands.answer', { invocationId, text: 'only you' })
    expect(await hear('only you')).toMatchObject({ answer: { invocationId, botId: bot.id, channelId: channel.id } })
    const { messages } = await parley.owner.http.query('messages.list', { channelId: channel.id })
    expect(messages.map(({ text }) => text)).not.toContain('only you')
  })

  test('is answered before the channel only by a bot that is in it', async () => {
    const { invocationId } = await invoke('deploy')
    const answer = { invocationId, text: 'done', isForChannel: true }
    await expect(bot.http.command('slashCommands.answer', answer)).rejects.toMatchObject({ code: 'not_a_member' })
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: bot.id })
    await bot.http.command('slashCommands.answer', answer)
    const { messages } = await wei.http.query('messages.list', { channelId: channel.id, limit: 1 })
    expect(messages[0]).toMatchObject({ text: 'done', authorId: bot.id })
  })

  test('is answered by nobody else, and five times at most', async () => {
    const { invocationId } = await invoke('deploy')
    const forging = wei.http.command('slashCommands.answer', { invocationId, text: 'forged' })
    await expect(forging).rejects.toMatchObject({ code: 'not_found' })
    for (let turn = 0; turn < 5; turn += 1) {
      await bot.http.command('slashCommands.answer', { invocationId, text: `answer ${turn}` })
    }
    const sixth = bot.http.command('slashCommands.answer', { invocationId, text: 'one more' })
    await expect(sixth).rejects.toMatchObject({ code: 'too_many_answers' })
  })

  test('is for members of the channel', async () => {
    const stranger = await parley.addPerson('Stranger')
    const giving = stranger.http.command('slashCommands.invoke', { name: 'deploy', channelId: channel.id })
    await expect(giving).rejects.toMatchObject({ code: 'not_a_member' })
    await expect(invoke('unknown')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a slash command of another server', () => {
  test('gets what Slack’s get, signed, and answers in the same breath', async () => {
    await using receiver = await startReceiver(() => ({ body: '{"response_type":"ephemeral","text":"*sunny*"}' }))
    const { secret } = await register('weather', { url: `${receiver.url}/slash` })
    await invoke('weather', 'Oslo')
    await hear('**sunny**')
    const [{ body, headers }] = receiver.posts as [ReceivedPost]
    const form = Object.fromEntries(new URLSearchParams(body))
    expect(form).toMatchObject({
      ...{ command: '/weather', text: 'Oslo', user_id: wei.user.id, user_name: '王伟' },
      ...{ channel_id: channel.id, channel_name: 'ops' },
    })
    const signed = `v0:${headers['x-parley-request-timestamp']}:${body}`
    expect(headers['x-parley-signature']).toBe(`v0=${createHmac('sha256', secret).update(signed).digest('hex')}`)
  })

  test('answers later at its response_url, and nobody without it', async () => {
    await using receiver = await startReceiver()
    await register('slow', { url: receiver.url })
    await invoke('slow')
    const [{ body }] = (await receiver.waitFor(1)) as [ReceivedPost]
    const address = new URLSearchParams(body).get('response_url') ?? ''
    const post = (url: string, text: string) => fetch(url, { method: 'POST', body: JSON.stringify({ text }) })
    expect(await (await post(address, 'at last')).text()).toBe('ok')
    await hear('at last')
    expect((await post(`${address}x`, 'guessed')).status).toBe(404)
  })

  test('answers with no more than a message may hold, and nothing that cannot be stored', async () => {
    await using receiver = await startReceiver()
    await register('verbose', { url: receiver.url })
    await invoke('verbose')
    const [{ body }] = (await receiver.waitFor(1)) as [ReceivedPost]
    const address = new URLSearchParams(body).get('response_url') ?? ''
    const post = async (text: string, response_type: string) => {
      const answer = await fetch(address, { method: 'POST', body: JSON.stringify({ text, response_type }) })
      return [answer.status, await answer.text()]
    }
    for (const kind of ['ephemeral', 'in_channel']) {
      expect(await post('好'.repeat(40_001), kind)).toEqual([400, 'msg_too_long'])
      expect(await post('a\u0000b', kind)).toEqual([400, 'invalid_payload'])
    }
    // None of them was one of its five answers.
    for (const word of ['one', 'two', 'three', 'four', 'five'])
      expect(await post(word, 'ephemeral')).toEqual([200, 'ok'])
  })

  test('that answers in plain text answers whoever asked', async () => {
    await using receiver = await startReceiver(() => ({ body: 'plainly' }))
    await register('plain', { url: receiver.url })
    await invoke('plain')
    await hear('plainly')
  })

  test('that fails says so, and tells nothing of its address', async () => {
    await using receiver = await startReceiver(() => ({ status: 500, body: 'stack trace' }))
    await register('broken', { url: receiver.url })
    const error = await invoke('broken').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'command_failed', parameters: {} })
  })
})

describe('registering', () => {
  test('is for administrators, once a name, with somebody to hear of it', async () => {
    await expect(register('DEPLOY', { botId: bot.id })).rejects.toMatchObject({ code: 'command_name_taken' })
    for (const own of ['Remind', '帮助', '离开']) {
      await expect(register(own, { botId: bot.id })).rejects.toMatchObject({ code: 'command_name_taken' })
    }
    await expect(register('silent', {})).rejects.toMatchObject({ code: 'invalid_request' })
    const body = { name: 'mine', description, url: 'https://example.org' }
    await expect(wei.http.command('slashCommands.create', body)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each(['http://10.0.0.7/hook', 'http://[::1]/hook'])('takes no address of a network inside: %s', async (url) => {
    const inside = { code: 'hook_address_forbidden', parameters: { field: 'url' } }
    await expect(register('inside', { url })).rejects.toMatchObject(inside)
  })

  test('ends with its bot: tokens, commands and sockets', async () => {
    const { user, token } = await parley.owner.http.command('bots.create', { name: 'Leaving' })
    await register('leaving', { botId: user.id })
    const http = createHttpClient({ baseUrl: parley.url, token })
    expect((await http.query('state', {})).me).toMatchObject({ name: 'Leaving', kind: 'bot' })
    await parley.owner.http.command('bots.remove', { botId: user.id })
    await expect(http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(invoke('leaving')).rejects.toMatchObject({ code: 'not_found' })
  })
})
