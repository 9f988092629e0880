import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { uploadFile } from '@parley/client'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase } from '../store/database'
import { findListeners, listenerPages } from './find-listeners'
import { type Browser, createBrowser } from './testing/browser'
import { type PushService, startPushService } from './testing/push-service'

let parley: TestParley
let service: PushService
let wei: TestPerson
let browser: Browser
let channelId: string
let now = new Date()

beforeAll(async () => {
  service = await startPushService()
  parley = await startTestParley({
    now: () => now,
    push: {
      contact: 'mailto:admin@example.org',
      mayHaveContent: true,
      allowsPrivate: true,
      // Long enough for what happens meanwhile to happen, also where other tests have the cores.
      patienceMs: 700,
      retryMs: 50,
    },
  })
})
afterAll(async () => {
  await parley[Symbol.asyncDispose]()
  await service.stop()
})
beforeEach(async () => {
  now = new Date()
  service.answer = 201
  wei = await parley.addPerson(`王伟${randomUUID().slice(0, 8)}`)
  browser = createBrowser(service.url)
  channelId = (await parley.createChannel(randomUUID().slice(0, 8), [wei])).id
  await wei.http.command('push.subscribe', browser.subscription)
})

const send = (text: string, more: { channelId?: string; threadId?: string } = {}) =>
  parley.owner.http.command('messages.send', { channelId, text, clientMessageId: randomUUID(), ...more })
const name = () => `@${wei.user.name}`
/** What came to this browser; the last message is told to say that everything before it was looked at. */
const received = () => service.received(browser)
async function afterwards(): Promise<readonly { title: string; body: string }[]> {
  const mark = createBrowser(service.url)
  const witness = await parley.addPerson(`Witness ${randomUUID().slice(0, 8)}`)
  await parley.owner.http.command('channels.addMember', { channelId, userId: witness.user.id })
  await witness.http.command('push.subscribe', mark.subscription)
  await send(`@${witness.user.name} look`)
  await until(() => service.received(mark).length > 0, 'the witness is told')
  return received()
}

describe('a browser is told', () => {
  it('of a message that names its person, encrypted for it and signed by this server', async () => {
    const { message } = await send(`${name()} 你好`)
    await until(() => received().length === 1, 'the push arrives')
    expect(received()[0]).toEqual({
      title: expect.stringContaining(parley.owner.user.name),
      body: `${name()} 你好`,
      message: expect.objectContaining({ channelId, seq: message.seq, threadId: null }),
    })
    const { publicKey } = await wei.http.query('push.settings', {})
    const [request] = service.requests(browser)
    expect(request?.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' })
    expect(request?.headers.authorization).toContain(`k=${publicKey}`)
    expect(service.isSignedBy(request, publicKey ?? '')).toBe(true)
  })

  it('in plain words, whatever marks the message has, and by its files where it has no words', async () => {
    await send(`${name()} **重要：**see [the plan](https://example.org/plan)`)
    await until(() => received().length === 1, 'the push arrives')
    const { state } = await parley.owner.http.command('channels.openDirect', { userIds: [wei.user.id] })
    const upload = { name: 'tide.txt', bytes: new Blob(['high water']), clientFileId: randomUUID() }
    const { id } = await uploadFile(upload, { http: parley.owner.http })
    const body = { channelId: state.channel.id, text: '', fileIds: [id], clientMessageId: randomUUID() }
    await parley.owner.http.command('messages.send', body)
    await until(() => received().length === 2, 'the second push arrives')
    expect(received().map(({ body }) => body)).toEqual([`${name()} 重要：see the plan`, 'tide.txt'])
  })

  it('only that there is a message, where its person wants no more', async () => {
    await wei.http.command('push.subscribe', { ...browser.subscription, hasContent: false })
    await send(`${name()} the secret`)
    await until(() => received().length === 1, 'the push arrives')
    expect(received()[0]).toEqual({ title: 'Parley', body: 'New message' })
  })

  it('of direct messages, of replies in threads that they follow, and of everything where they ask for it', async () => {
    const direct = await parley.owner.http.command('channels.openDirect', { userIds: [wei.user.id] })
    await send('direct', { channelId: direct.state.channel.id })
    const mine = await wei.http.command('messages.send', { channelId, text: 'root', clientMessageId: randomUUID() })
    await send('a reply', { threadId: mine.message.id })
    await wei.http.command('channels.setPreferences', { channelId, notificationLevel: 'all' })
    await send('just talk')
    await until(() => received().length === 3, 'three pushes arrive')
    expect(
      received()
        .map(({ body }) => body)
        .sort(),
    ).toEqual(['a reply', 'direct', 'just talk'])
  })

  it('by the beginning of a long message: the rest is not read once for every browser', async () => {
    const { message } = await send(`${name()} ${'长'.repeat(39_000)}`)
    const pool = new Pool({ connectionString: parley.databaseUrl })
    const listeners = await findListeners(createDatabase(pool), [message.id], now, { after: null, limit: 10 }).finally(
      () => pool.end(),
    )
    expect(listeners.map(({ text }) => text.length)).toEqual([2_000])
    await until(() => received().length === 1, 'the push arrives')
    expect([...(received()[0]?.body ?? '')]).toHaveLength(200)
  })

  it('page by page where many listen: each once, in the order of the messages, and never many at a time', async () => {
    const ids = []
    for (let at = 0; at < 6; at++)
      await parley.owner.http.command('channels.addMember', { channelId, userId: await listening() })
    for (const text of ['one', 'two', 'three']) ids.push((await send(`@channel ${text}`)).message.id)
    const pool = new Pool({ connectionString: parley.databaseUrl })
    const pages = []
    for await (const page of listenerPages(createDatabase(pool), ids, now, 3)) pages.push(page)
    await pool.end()
    const told = pages.flat().map((listener) => [listener.message_id, listener.subscription_id] as const)
    expect(Math.max(...pages.map((page) => page.length))).toBe(3)
    expect(new Set(told.map(String)).size).toBe(21)
    expect(told.map(([messageId]) => messageId)).toEqual(ids.flatMap((id) => Array.from({ length: 7 }, () => id)))
  })

  async function listening() {
    const person = await parley.addPerson(`Listener ${randomUUID().slice(0, 8)}`)
    await person.http.command('push.subscribe', createBrowser(service.url).subscription)
    return person.user.id
  }

  it('as its settings say, which another session of the same person does not share', async () => {
    const { endpoint } = browser.subscription
    await wei.http.command('push.subscribe', { ...browser.subscription, hasContent: false })
    const settings = await wei.http.query('push.settings', {})
    expect(settings.subscription).toEqual({ endpoint, hasContent: false })
    expect((await parley.owner.http.query('push.settings', {})).subscription).toBeNull()
    await wei.http.command('push.unsubscribe', { endpoint })
    expect((await wei.http.query('push.settings', {})).subscription).toBeNull()
  })

  it('when it tries out whether notifications reach it', async () => {
    expect(await wei.http.command('push.test', {})).toEqual({ sent: 1 })
    expect(received()).toHaveLength(1)
  })

  it('after a restart, of what was sent just before', async () => {
    await send(`${name()} before`)
    await parley.restart()
    await until(() => received().length > 0, 'the push arrives')
    expect(received()[0]).toMatchObject({ body: `${name()} before` })
  })

  it('again, when its push service was busy', async () => {
    service.answer = 503
    await send(`${name()} patience`)
    await until(() => service.requests(browser).length > 0, 'the first attempt')
    service.answer = 201
    await until(() => received().length > 1, 'the second attempt')
  })
})

describe('a browser is not told', () => {
  it('of talk that does not concern its person, nor of their own messages', async () => {
    await send('just talk')
    await wei.http.command('messages.send', { channelId, text: `${name()} me`, clientMessageId: randomUUID() })
    expect(await afterwards()).toEqual([])
  })

  it('of what its person has read meanwhile', async () => {
    const { message } = await send(`${name()} quick`)
    await wei.http.command('channels.markRead', { channelId, messageNumber: message.messageNumber })
    expect(await afterwards()).toEqual([])
  })

  it('of what was deleted meanwhile', async () => {
    const { message } = await send(`${name()} oops`)
    await parley.owner.http.command('messages.delete', { messageId: message.id })
    expect(await afterwards()).toEqual([])
  })

  it('while its person is not to be disturbed', async () => {
    await wei.http.command('users.setDoNotDisturb', { until: new Date(now.getTime() + 60_000).toISOString() })
    await send(`${name()} not now`)
    expect(await afterwards()).toEqual([])
    now = new Date(now.getTime() + 61_000)
    await send(`${name()} now`)
    await until(() => received().length === 1, 'the push arrives')
  })

  it('after its session was ended', async () => {
    await wei.http.command('auth.signOut', {})
    await send(`${name()} gone?`)
    expect(await afterwards()).toEqual([])
  })

  it('after its person was removed from the channel, also when the message was sent before', async () => {
    await send(`${name()} before`)
    await parley.owner.http.command('channels.removeMember', { channelId, userId: wei.user.id })
    expect(await afterwards()).toEqual([])
  })

  it('after the account was closed', async () => {
    await parley.owner.http.command('users.deactivate', { userId: wei.user.id })
    await send(`${name()} closed`)
    expect(await afterwards()).toEqual([])
  })

  it('any more when its push service says that it is gone', async () => {
    service.answer = 410
    await send(`${name()} anybody?`)
    await until(() => service.requests(browser).length === 1, 'the attempt')
    service.answer = 201
    await send(`${name()} once more`)
    await afterwards()
    expect(service.requests(browser)).toHaveLength(1)
  })

  it('after somebody else has signed in there', async () => {
    await parley.owner.http.command('push.subscribe', browser.subscription)
    await send(`${name()} whose?`)
    expect(await afterwards()).toEqual([])
    await parley.owner.http.command('push.unsubscribe', { endpoint: browser.subscription.endpoint })
  })
})

describe('without Web Push', () => {
  it('nobody can subscribe, and the key is absent', async () => {
    await using quiet = await startTestParley()
    const off = { publicKey: null, mayHaveContent: false, subscription: null }
    expect(await quiet.owner.http.query('push.settings', {})).toEqual(off)
    const subscribing = quiet.owner.http.command('push.subscribe', browser.subscription)
    await expect(subscribing).rejects.toMatchObject({ code: 'push_unavailable' })
  })

  it('addresses inside of the server’s own network are refused', async () => {
    const push = { contact: 'mailto:a@example.org', mayHaveContent: true, allowsPrivate: false }
    await using guarded = await startTestParley({ push })
    for (const endpoint of [`${service.url}/x`, 'https://127.0.0.1/x', 'https://169.254.169.254/latest']) {
      const subscribing = guarded.owner.http.command('push.subscribe', { ...browser.subscription, endpoint })
      await expect(subscribing).rejects.toMatchObject({ code: 'push_endpoint_refused' })
    }
  })
})

it('a key that is no point of the curve harms nobody else', async () => {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  const broken = Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString('base64url')
  const other = createBrowser(service.url)
  const stranger = await parley.addPerson(`Broken ${randomUUID().slice(0, 8)}`)
  await parley.owner.http.command('channels.addMember', { channelId, userId: stranger.user.id })
  await stranger.http.command('push.subscribe', {
    ...other.subscription,
    keys: { ...other.subscription.keys, p256dh: broken },
  })
  await send(`@${stranger.user.name} ${name()} both`)
  await until(() => received().length === 1, 'the sound browser is told')
})
