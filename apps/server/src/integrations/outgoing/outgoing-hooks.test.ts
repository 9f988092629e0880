import { createHmac, randomUUID } from 'node:crypto'
import type { Channel, HookDelivery, HookEventType, HookId, OutgoingHook } from '@parley/protocol'
import {
  type ReceivedPost,
  type ReceiverAnswer,
  startReceiver,
  startTestParley,
  type TestParley,
  type TestPerson,
  until,
  withConnection,
} from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let laterMs = 0

beforeAll(async () => {
  const now = () => new Date(Date.now() + laterMs)
  parley = await startTestParley({ hookHosts: ['127.0.0.1'], now })
  wei = await parley.addPerson('王伟')
})
afterAll(() => parley[Symbol.asyncDispose]())

const say = (channelId: string, text: string, person = wei) =>
  person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })

interface Hooked {
  readonly channel: Channel
  readonly hook: OutgoingHook
  readonly secret: string
}

async function hookTo(
  url: string,
  more: { readonly eventTypes?: HookEventType[]; readonly triggerWords?: string[] } = {},
): Promise<Hooked> {
  const channel = await parley.createChannel(`hooked-${randomUUID()}`, [wei])
  const body = { name: 'Out', channelId: channel.id, url, ...more }
  const { outgoingHook, secret } = await parley.owner.http.command('outgoingHooks.create', body)
  return { channel, hook: outgoingHook, secret }
}

async function deliveries(hookId: HookId): Promise<HookDelivery[]> {
  return (await parley.owner.http.query('outgoingHooks.deliveries', { hookId })).deliveries
}

const textOf = ({ body }: ReceivedPost): string => JSON.parse(body).event.message.text

describe('an outgoing webhook', () => {
  test('tells what was said, by whom and where, signed in two ways', async () => {
    await using receiver = await startReceiver()
    const { channel, secret } = await hookTo(`${receiver.url}/in`)
    await say(channel.id, '发布了')
    const [post] = (await receiver.waitFor(1)) as [ReceivedPost]
    expect(JSON.parse(post.body)).toMatchObject({
      type: 'message-created',
      channel: { id: channel.id, name: channel.name },
      person: { id: wei.user.id, name: '王伟', kind: 'person' },
      event: { message: { text: '发布了' } },
    })
    const { headers, body } = post
    const timestamp = headers['x-parley-request-timestamp']
    const slack = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
    expect(headers['x-parley-signature']).toBe(`v0=${slack}`)
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const standard = createHmac('sha256', key).update(`${headers['webhook-id']}.${timestamp}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${standard}`)
    expect(headers['webhook-id']).toBe(JSON.parse(body).id)
  })

  test('keeps the order, also while the receiver fails in between', async () => {
    let failures = 0
    const failTwice = ({ body }: ReceivedPost) => body.includes('"n2"') && ++failures <= 2
    await using receiver = await startReceiver((post) => ({ status: failTwice(post) ? 503 : 200 }))
    const { channel, hook } = await hookTo(receiver.url)
    for (let number = 1; number <= 5; number += 1) await say(channel.id, `n${number}`)
    await receiver.waitFor(2)
    await until(async () => (await deliveries(hook.id)).some(({ attempts }) => attempts === 1), 'the failure is noted')
    laterMs += 60_000
    await testIt(hook.id)
    await until(async () => (await deliveries(hook.id)).some(({ attempts }) => attempts === 2), 'the second is noted')
    laterMs += 60_000
    await testIt(hook.id)
    await until(async () => (await deliveries(hook.id)).every(({ status }) => status === 'delivered'), 'all arrived')
    const texts = receiver.posts.filter(({ body }) => JSON.parse(body).event).map(textOf)
    expect(texts.filter((text, index) => text !== texts[index - 1])).toEqual(['n1', 'n2', 'n3', 'n4', 'n5'])
    const [first, second] = receiver.posts.filter(({ body }) => body.includes('"n2"'))
    expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id'])
  })

  test('tells only what it is for: event types, and what begins with its words', async () => {
    await using receiver = await startReceiver()
    const { channel } = await hookTo(receiver.url, {
      eventTypes: ['message-created', 'message-reacted'],
      triggerWords: ['deploy', '部署'],
    })
    await say(channel.id, 'deployment is a long word')
    const { message } = await say(channel.id, 'Deploy now')
    await parley.owner.http.command('messages.pin', { messageId: message.id })
    await parley.owner.http.command('messages.react', { messageId: message.id, emoji: '👍' })
    await say(channel.id, '部署生产环境')
    const posts = await receiver.waitFor(3)
    expect(posts.map(({ body }) => JSON.parse(body).type)).toEqual([
      'message-created',
      'message-reacted',
      'message-created',
    ])
    expect([posts[0], posts[2]].map((post) => textOf(post as ReceivedPost))).toEqual(['Deploy now', '部署生产环境'])
  })

  test('says what the receiver answers, once, and does not hear itself', async () => {
    await using receiver = await startReceiver(() => ({ body: '{"text":"*pong*"}' }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'ping')
    const newest = async () => (await wei.http.query('messages.list', { channelId: channel.id, limit: 1 })).messages[0]
    await until(async () => (await newest())?.text === '**pong**', 'the answer is said')
    expect((await newest())?.authorId).toBe(hook.botId)
    await say(channel.id, 'stop')
    await receiver.waitFor(2)
    expect(receiver.posts.map(textOf)).toEqual(['ping', 'stop'])
  })

  test('hears nothing while its bot is not in the channel', async () => {
    await using receiver = await startReceiver()
    const { channel, hook } = await hookTo(receiver.url)
    const bot = { channelId: channel.id, userId: hook.botId }
    await parley.owner.http.command('channels.removeMember', bot)
    await say(channel.id, 'among ourselves')
    await testIt(hook.id)
    await receiver.waitFor(1)
    await parley.owner.http.command('channels.addMember', bot)
    await say(channel.id, 'with you again')
    await receiver.waitFor(2)
    expect(receiver.posts.map(({ body }) => body).join()).not.toContain('among ourselves')
  })

  test('sends nothing of what waited once its bot is taken out of the channel', async () => {
    let isDown = true
    await using receiver = await startReceiver(() => ({ status: isDown ? 500 : 200 }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'first')
    await say(channel.id, 'for members only')
    await untilNoted(hook.id, 1)
    await parley.owner.http.command('channels.removeMember', { channelId: channel.id, userId: hook.botId })
    const before = receiver.posts.length
    isDown = false
    laterMs += 60_000
    await testIt(hook.id)
    await until(async () => (await deliveries(hook.id)).every(({ status }) => status !== 'waiting'), 'none waits')
    expect(receiver.posts.slice(before).map(({ body }) => JSON.parse(body).type)).toEqual(['test'])
    expect((await deliveries(hook.id)).map(({ problem }) => problem)).toEqual([null, 'not_a_member', 'not_a_member'])
  })

  test('sends nothing that was deleted before it was sent', async () => {
    let isDown = true
    await using receiver = await startReceiver(() => ({ status: isDown ? 500 : 200 }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'first')
    const { message } = await say(channel.id, 'a secret')
    await receiver.waitFor(1)
    await wei.http.command('messages.delete', { messageId: message.id })
    isDown = false
    await untilNoted(hook.id, 1)
    laterMs += 60_000
    await testIt(hook.id)
    await until(async () => (await deliveries(hook.id)).every(({ status }) => status === 'delivered'), 'all arrived')
    expect(receiver.posts.map(({ body }) => body).join()).not.toContain('a secret')
  })
})

test('a webhook whose owner was away tells nothing of that time, nor what it still had to tell', async () => {
  let isDown = true
  await using receiver = await startReceiver(() => ({ status: isDown ? 500 : 200 }))
  const administrator = await parley.addPerson('Maker', { role: 'administrator' })
  const channel = await parley.createChannel(`away-${randomUUID()}`, [wei, administrator])
  const body = { name: 'Out', channelId: channel.id, url: receiver.url }
  const { outgoingHook } = await administrator.http.command('outgoingHooks.create', body)
  await say(channel.id, 'before')
  await untilNoted(outgoingHook.id, 1)
  const { id: userId } = administrator.user
  await parley.owner.http.command('users.deactivate', { userId })
  await say(channel.id, 'meanwhile')
  isDown = false
  laterMs += 60_000
  await parley.owner.http.command('users.reactivate', { userId })
  await say(channel.id, 'after')
  await until(async () => (await deliveries(outgoingHook.id))[0]?.status === 'delivered', 'the newest arrived')
  expect(receiver.posts.map(textOf)).toEqual(['before', 'after'])
  expect((await deliveries(outgoingHook.id)).map(({ status, problem }) => [status, problem])).toEqual([
    ['delivered', null],
    ['failed', 'paused'],
  ])
})

describe('a receiver that fails', () => {
  test('with a refusal is not asked again for that event, and for the next one it is', async () => {
    await using receiver = await startReceiver((_post, count) => ({ status: count === 1 ? 400 : 200 }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'bad')
    await say(channel.id, 'good')
    await receiver.waitFor(2)
    await until(async () => (await deliveries(hook.id)).every(({ status }) => status !== 'waiting'), 'both are settled')
    const log = await deliveries(hook.id)
    expect(log.map(({ status, responseStatus, problem }) => [status, responseStatus, problem])).toEqual([
      ['delivered', 200, null],
      ['failed', 400, 'http_400'],
    ])
  })

  test('for a day is given up: the webhook is switched off and its maker is told', async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'hello?')
    await untilNoted(hook.id, 1)
    laterMs += 25 * 60 * 60 * 1000
    await testIt(hook.id)
    await until(async () => !(await hookNow(hook.id))?.isEnabled, 'it is switched off')
    const isTold = async () => {
      const { channels } = await parley.owner.http.query('state', {})
      const direct = channels.find((state) => state.channel.directUserIds?.includes(hook.botId))
      if (!direct) return false
      const { messages } = await parley.owner.http.query('messages.list', { channelId: direct.channel.id })
      return messages[0]?.text.includes('switched off') ?? false
    }
    await until(isTold, 'the maker is told')
    await parley.owner.http.command('outgoingHooks.setEnabled', { hookId: hook.id, isEnabled: true })
    expect(await hookNow(hook.id)).toMatchObject({ isEnabled: true, failingSince: null, waitingCount: 0 })
  })

  test('by leading elsewhere is not followed', async () => {
    await using elsewhere = await startReceiver()
    await using receiver = await startReceiver(
      (): ReceiverAnswer => ({ status: 302, headers: { location: elsewhere.url } }),
    )
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'x')
    await until(async () => (await deliveries(hook.id))[0]?.problem === 'http_302', 'it is noted')
    expect(elsewhere.posts).toEqual([])
  })

  test('is asked again by hand, under the same id', async () => {
    await using receiver = await startReceiver((_post, count) => ({ status: count === 1 ? 422 : 200 }))
    const { channel, hook } = await hookTo(receiver.url)
    await say(channel.id, 'again')
    await until(async () => (await deliveries(hook.id))[0]?.status === 'failed', 'it failed')
    const [failed] = (await deliveries(hook.id)) as [HookDelivery]
    await parley.owner.http.command('outgoingHooks.replay', { deliveryId: failed.id })
    await until(async () => (await deliveries(hook.id))[0]?.status === 'delivered', 'it arrived')
    expect(receiver.posts.map(({ headers }) => headers['webhook-id'])).toEqual([failed.id, failed.id])
  })
})

describe('addresses inside', () => {
  test.each([
    'http://127.0.0.1:9',
    'http://localhost:9',
    'http://[::1]:9',
    'http://169.254.169.254/',
    'http://0x7f000001:9',
  ])('are neither taken nor reached unless the configuration names them: %s', async (url) => {
    await using closed = await startTestParley()
    const { channel } = await closed.owner.http.command('channels.create', { name: 'c', kind: 'public' })
    const body = { name: 'In', channelId: channel.id, url }
    const saving = closed.owner.http.command('outgoingHooks.create', body)
    await expect(saving).rejects.toMatchObject({ code: 'hook_address_forbidden', parameters: { field: 'url' } })
    // As of before the configuration was changed, or a name that has come to mean another address.
    const safe = { ...body, url: 'https://example.org/' }
    const { outgoingHook } = await closed.owner.http.command('outgoingHooks.create', safe)
    const hookId = outgoingHook.id
    await withConnection(closed.databaseUrl, (client) => client.query('UPDATE outgoing_hooks SET url = $1', [url]))
    await closed.owner.http.command('outgoingHooks.test', { hookId })
    const log = async () => (await closed.owner.http.query('outgoingHooks.deliveries', { hookId })).deliveries
    await until(async () => (await log())[0]?.status === 'failed', 'the test is settled')
    expect((await log())[0]).toMatchObject({ problem: 'forbidden_address', responseStatus: null })
  })
})

const testIt = (hookId: HookId) => parley.owner.http.command('outgoingHooks.test', { hookId })

const untilNoted = (hookId: HookId, attempts: number) =>
  until(async () => (await deliveries(hookId)).some((it) => it.attempts >= attempts), 'the attempt is noted')

async function hookNow(hookId: HookId): Promise<OutgoingHook | undefined> {
  const { outgoingHooks } = await parley.owner.http.query('integrations.list', {})
  return outgoingHooks.find(({ id }) => id === hookId)
}
