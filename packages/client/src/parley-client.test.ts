import { type ChannelId, type Event, FileId, type Message, MessageId, type ThreadState } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Clock, systemClock } from './clock'
import { createHttpClient } from './http-client'
import type { OutgoingMessage, OutgoingStorage } from './outgoing-message'
import { createParleyClient, type ParleyClient } from './parley-client'
import { isDatabaseAway, outgoingOf, unreadCount } from './selectors'
import { ManualClock } from './testing/manual-clock'
import { TinyServer } from './testing/tiny-server'
import { uuid, WorkspaceModel } from './testing/workspace-model'
import { eventsUrl, type OpenSocket } from './web-socket-like'

let model: WorkspaceModel
let server: TinyServer
let general: ChannelId
const clients: ParleyClient[] = []

beforeEach(async () => {
  model = new WorkspaceModel()
  general = model.createChannel('general', [model.me, model.colleague])
  server = await TinyServer.start(model)
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.stop()
  await server[Symbol.asyncDispose]()
})

function resolvable<Value>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve: (value: Value) => resolve(value) }
}

/** Waiting times are a tenth: the tests wait for what happens, never for time. */
const fastClock: Clock = { ...systemClock, after: (delayMs, action) => systemClock.after(delayMs / 10, action) }

/** A waiting time is never over within a test: what goes on does so by itself. */
const slowClock: Clock = { ...systemClock, after: (delayMs, action) => systemClock.after(delayMs * 100, action) }

interface ConnectOptions {
  readonly storage?: OutgoingStorage
  readonly clock?: Clock
  readonly openSocket?: OpenSocket
  readonly random?: () => number
}

function connect({ storage, clock = fastClock, openSocket, random = () => 0 }: ConnectOptions = {}): ParleyClient {
  const client = createParleyClient({
    http: createHttpClient({ baseUrl: server.url }),
    openSocket: openSocket ?? (() => new WebSocket(eventsUrl(server.url))),
    clock,
    random,
    ...(storage && { openStorage: () => storage }),
  })
  clients.push(client)
  client.start()
  return client
}

async function connectLive(options: ConnectOptions = {}): Promise<ParleyClient> {
  const client = connect(options)
  await eventually(() => expect(server.openSockets).toBe(1))
  expect(client.getState().status).toBe('live')
  return client
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })
const texts = (client: ParleyClient) => viewOf(client).window.messages.map((message) => message.text)
const viewOf = (client: ParleyClient) => {
  const view = client.getState().session?.channels.get(general)
  if (!view) throw new Error('the client lacks the channel')
  return view
}

describe('reading', () => {
  it('reads the state, connects from its cursors, and follows', async () => {
    model.post(general, model.colleague, 'before')
    const client = await connectLive()
    expect(server.resumes).toEqual([model.snapshot().cursors])
    model.post(general, model.colleague, 'after')
    await eventually(() => expect(texts(client)).toEqual(['after']))
    expect(unreadCount(viewOf(client))).toBe(2)
    await client.loadOlder(general)
    expect(texts(client)).toEqual(['before', 'after'])
    expect(viewOf(client).window.hasOlder).toBe(false)
  })

  it('loads the tasks that the cards of a page name, done ones too', async () => {
    const { id } = model.saveTask({ title: 'Checklist', channelId: general, status: 'done' })
    const message = model.post(general, model.assistant, 'Done: Checklist')
    model.attachCard(message, [id])
    const client = await connectLive()
    expect(client.getState().session?.tasks.has(id)).toBe(false)
    await client.loadOlder(general)
    expect(client.getState().session?.tasks.get(id)).toMatchObject({ title: 'Checklist', status: 'done' })
  })

  it('takes in the tasks that a query answers, done ones too', async () => {
    const { id } = model.saveTask({ title: 'Checklist', channelId: general, status: 'done' })
    const client = await connectLive()
    expect(client.getState().session?.tasks.has(id)).toBe(false)
    await client.query('tasks.list', {})
    expect(client.getState().session?.tasks.get(id)).toMatchObject({ title: 'Checklist', status: 'done' })
  })

  it('loads page by page, and one page at a time', async () => {
    for (let number = 0; number < 120; number += 1) model.post(general, model.colleague, `${number}`)
    const client = await connectLive()
    await Promise.all([client.loadOlder(general), client.loadOlder(general)])
    expect(server.paths.filter((path) => path === 'messages.list')).toHaveLength(1)
    expect(texts(client)).toHaveLength(50)
    while (viewOf(client).window.hasOlder) await client.loadOlder(general)
    expect(viewOf(client).window.messages).toEqual(model.messagesOf(general))
  })

  it('tells its listeners once for a burst of events', async () => {
    const client = await connectLive()
    let told = 0
    client.subscribe(() => (told += 1))
    const burst = 50
    for (let number = 0; number < burst; number += 1) model.post(general, model.colleague, `${number}`)
    await eventually(() => expect(texts(client)).toHaveLength(burst))
    // The burst may arrive in a few reads of the TCP stream.
    expect(told).toBeLessThan(burst / 5)
  })

  it('hands on every event once, also after a reconnection that repeats some', async () => {
    const client = await connectLive()
    const seen: Event[] = []
    client.onEvents((events) => seen.push(...events))
    model.post(general, model.colleague, 'one')
    await eventually(() => expect(seen).toHaveLength(1))
    server.sendToAll(seen[0]!)
    model.post(general, model.colleague, 'two')
    await eventually(() => expect(seen.map((event) => event.seq)).toEqual([3, 4]))
  })

  it('brings the tasks of a channel that is joined', async () => {
    const other = model.createChannel('other', [model.colleague])
    const task = model.saveTask({ title: 'Prepare the demo', channelId: other })
    const client = await connectLive()
    expect(client.getState().session?.tasks.size).toBe(0)
    model.addMember(other, model.me)
    await eventually(() => expect(client.getState().session?.tasks.get(task.id)).toEqual(task))
  })
})

describe('of more threads than are kept', () => {
  const kept = (channelId: ChannelId, number: number): ThreadState => ({
    ...{ threadId: MessageId.parse(uuid(50_000 + number)), channelId, isFollowing: true },
    ...{ readNumber: 1, replyCount: 1, lastReplyAt: new Date(1_790_000_000_000 + number).toISOString() },
  })

  it('one that is followed is noticed by its next reply, and one that is not is asked for once', async () => {
    const [followed, other] = [model.post(general, model.colleague, 'one'), model.post(general, model.colleague, 'two')]
    server.followed.add(followed.id)
    const threads = Array.from({ length: 1_000 }, (_, number) => kept(general, number))
    const { snapshot } = model
    model.snapshot = () => ({ ...snapshot.call(model), threads })
    const client = await connectLive()
    const threadOf = ({ id }: Message) => client.getState().session?.threads.get(id)
    model.reply(followed, model.colleague, 'to one')
    await eventually(() =>
      expect(threadOf(followed)).toMatchObject({ isFollowing: true, replyCount: 1, readNumber: 0 }),
    )
    model.reply(other, model.colleague, 'to two')
    model.reply(followed, model.colleague, 'to one again')
    await eventually(() => expect(threadOf(followed)?.replyCount).toBe(2))
    await eventually(() => expect(server.paths.filter((name) => name === 'threads.get')).toHaveLength(2))
    model.reply(other, model.colleague, 'to two again')
    model.reply(followed, model.colleague, 'to one at last')
    await eventually(() => expect(threadOf(followed)?.replyCount).toBe(3))
    expect(threadOf(other)).toBeUndefined()
    expect(server.paths.filter((name) => name === 'threads.get')).toHaveLength(2)
  })
})

describe('coming back', () => {
  it('resumes after a lost connection: nothing is lost, doubled or read anew', async () => {
    const client = await connectLive()
    model.post(general, model.colleague, 'one')
    await eventually(() => expect(texts(client)).toEqual(['one']))
    server.cutSockets()
    model.post(general, model.colleague, 'two')
    await eventually(() => expect(texts(client)).toEqual(['one', 'two']))
    expect(server.resumes).toHaveLength(2)
    expect(server.resumes[1]?.[general]).toBe(server.resumes[0]![general]! + 1)
    expect(server.paths.filter((path) => path === 'state')).toHaveLength(1)
  })

  it('applies what came right before the connection ended, and resumes after it', async () => {
    // Gathered events are never due by time here: only the end of the socket can apply them.
    const after: Clock['after'] = (delayMs, action) => (delayMs === 0 ? () => {} : fastClock.after(delayMs, action))
    const client = await connectLive({ clock: { ...systemClock, after } })
    model.post(general, model.colleague, 'last words')
    server.closeSockets(1012)
    await eventually(() => expect(server.resumes).toHaveLength(2))
    expect(texts(client)).toEqual(['last words'])
    expect(server.resumes[1]).toEqual(model.snapshot().cursors)
  })

  it('survives a server that is away for a while', async () => {
    const client = await connectLive()
    const port = Number(new URL(server.url).port)
    await server[Symbol.asyncDispose]()
    await eventually(() => expect(client.getState().status).toBe('offline'))
    model.post(general, model.colleague, 'while away')
    server = await TinyServer.start(model, port)
    await eventually(() => expect(client.getState().status).toBe('live'))
    await eventually(() => expect(texts(client)).toEqual(['while away']))
  })

  it('waits five seconds at most while the server is there and its database is not', async () => {
    const waited: number[] = []
    const clock: Clock = {
      ...systemClock,
      after: (delayMs, action) => {
        waited.push(delayMs)
        return systemClock.after(delayMs / 1000, action)
      },
    }
    server.isDatabaseAway = true
    const client = connect({ clock, random: () => 1 })
    await eventually(() => expect(server.paths.filter((path) => path === 'state').length).toBeGreaterThan(8))
    expect(client.getState()).toMatchObject({ status: 'offline', problem: { code: 'database_unavailable' } })
    expect(isDatabaseAway(client.getState())).toBe(true)
    expect(Math.max(...waited)).toBe(5_000)
    server.isDatabaseAway = false
    await eventually(() => expect(client.getState().status).toBe('live'))
    expect(isDatabaseAway(client.getState())).toBe(false)
  })

  it('does not go on saying that the database is away when it is the socket that cannot be opened', async () => {
    const client = await connectLive()
    server.isDatabaseAway = true
    server.acceptsSockets = false
    server.cutSockets()
    await eventually(() => expect(isDatabaseAway(client.getState())).toBe(true))
    server.isDatabaseAway = false
    await eventually(() => expect(client.getState()).toMatchObject({ status: 'offline', problem: null }))
    expect(isDatabaseAway(client.getState())).toBe(false)
    server.acceptsSockets = true
    await eventually(() => expect(client.getState().status).toBe('live'))
  })

  it('reads the state afresh when an event is missing', async () => {
    const client = await connectLive()
    server.isLost = (event) => event.type === 'message-created' && event.message.text === 'lost'
    model.post(general, model.colleague, 'lost')
    model.post(general, model.colleague, 'there')
    await eventually(() => expect(server.resumes).toHaveLength(2))
    expect(server.resumes[1]).toEqual(model.snapshot().cursors)
    await client.loadOlder(general)
    expect(texts(client)).toEqual(['lost', 'there'])
  })

  it.each([
    ['the server calls its cursor unusable', () => server.closeSockets(4002)],
    ['a frame cannot be read', () => server.sendToAll({ type: 'message-created', streamId: uuid(9), seq: 'one' })],
  ])('reads the state afresh when %s', async (_, fault) => {
    await connectLive()
    fault()
    await eventually(() => expect(server.resumes).toHaveLength(2))
    expect(server.paths.filter((path) => path === 'state')).toHaveLength(2)
  })

  it('passes over an event type of a newer server and keeps count', async () => {
    const client = await connectLive()
    server.sendToAll({ type: 'poll-opened', streamId: general, seq: viewOf(client).cursor + 1, at: 'now' })
    await eventually(() => expect(viewOf(client).cursor).toBe(3))
    expect(server.resumes).toHaveLength(1)
  })

  it('is signed out when the server says so, keeps nothing on the screen, and starts again', async () => {
    const client = await connectLive()
    server.isSignedIn = false
    server.closeSockets(4001)
    await eventually(() => expect(client.getState()).toMatchObject({ status: 'signed-out', session: null }))
    server.isSignedIn = true
    client.start()
    await eventually(() => expect(client.getState().status).toBe('live'))
    expect(viewOf(client).channel.name).toBe('general')
  })

  it('says that too much is open, and is there again when something was closed', async () => {
    const client = await connectLive()
    server.closeSockets(4003, 'too_many_sockets')
    await eventually(() => expect(client.getState().problem).toMatchObject({ code: 'too_many_sockets' }))
    await eventually(() => expect(client.getState()).toMatchObject({ status: 'live', problem: null }))
  })

  it('keeps why the account was shut for the sign-in page, and nothing after signing in again', async () => {
    const client = await connectLive()
    server.isSignedIn = false
    server.closeSockets(4001, 'account_suspended')
    await eventually(() => expect(client.getState().status).toBe('signed-out'))
    expect(client.getState().problem).toMatchObject({ code: 'account_suspended' })
    server.isSignedIn = true
    client.start()
    await eventually(() => expect(client.getState()).toMatchObject({ status: 'live', problem: null }))
  })

  it('finds out that the session ended while the connection was away', async () => {
    const client = await connectLive()
    server.isSignedIn = false
    server.cutSockets()
    await eventually(() => expect(client.getState().status).toBe('signed-out'))
  })

  it('opens a new socket when the old one has been silent for too long, and stays live', async () => {
    const hastyClock: Clock = { ...systemClock, after: (ms, action) => systemClock.after(ms / 300, action) }
    const client = await connectLive({ clock: hastyClock })
    const statuses = new Set<string>()
    client.subscribe(() => statuses.add(client.getState().status))
    await eventually(() => expect(server.resumes.length).toBeGreaterThanOrEqual(2))
    model.post(general, model.colleague, 'still here')
    await eventually(() => expect(texts(client)).toEqual(['still here']))
    expect([...statuses]).toEqual(['live'])
  })

  it('says that it is offline when a server that has fallen silent takes no new socket either', async () => {
    const clock = new ManualClock()
    let opened = 0
    const mute = { addEventListener: () => undefined, send: () => undefined, close: () => undefined }
    const openSocket = () => {
      opened += 1
      return opened === 1 ? new WebSocket(eventsUrl(server.url)) : mute
    }
    const client = await connectLive({ clock, openSocket })
    clock.advance(45_000)
    await eventually(() => expect(opened).toBe(2))
    clock.advance(15_000)
    await eventually(() => expect(client.getState().status).toBe('offline'))
  })

  it('takes a heartbeat for a sign of life', async () => {
    const clock = new ManualClock()
    let received = 0
    const openSocket = () => {
      const socket = new WebSocket(eventsUrl(server.url))
      socket.on('message', () => (received += 1))
      return socket
    }
    await connectLive({ clock, openSocket })
    clock.advance(44_000)
    server.sendToAll({ type: 'heartbeat', at: new Date().toISOString() })
    await eventually(() => expect(received).toBe(1))
    clock.advance(44_000)
    expect(server.openSockets).toBe(1)
    expect(server.resumes).toHaveLength(1)
    // Without another one the same time again is too long.
    clock.advance(2_000)
    await eventually(() => expect(server.resumes).toHaveLength(2))
  })

  it('keeps trying when a socket cannot even be made, and tells why', async () => {
    let failures = 3
    const openSocket = () => {
      failures -= 1
      if (failures >= 0) throw new TypeError('no sockets here')
      return new WebSocket(eventsUrl(server.url))
    }
    const client = connect({ openSocket })
    const problems = new Set<unknown>()
    client.subscribe(() => problems.add(String(client.getState().problem)))
    await eventually(() => expect(client.getState().status).toBe('live'))
    expect([...problems]).toContain('TypeError: no sockets here')
    expect(client.getState().problem).toBeNull()
  })
})

describe('sending', () => {
  const sent = () => server.sends.map((body) => body.text)

  it('shows a message at once, and exchanges it for the event without doubling it', async () => {
    const client = await connectLive()
    const id = client.send(general, '明天发布吗？')
    expect(outgoingOf(client.getState(), general)).toMatchObject([{ clientMessageId: id, status: 'sending' }])
    client.subscribe(() => {
      const shown = [...texts(client), ...outgoingOf(client.getState(), general).map((it) => it.text)]
      expect(shown).toEqual(['明天发布吗？'])
    })
    await eventually(() => expect(texts(client)).toEqual(['明天发布吗？']))
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    expect(viewOf(client).readNumber).toBe(1)
  })

  it('sends again under the same id when the acknowledgement is lost: one message, no double', async () => {
    const client = await connectLive()
    // Without its event the client cannot know that the message arrived.
    server.isLost = (event) => event.type === 'message-created'
    server.dropAcknowledgements = 2
    const id = client.send(general, 'once')
    await eventually(() => expect(server.sends).toHaveLength(3))
    expect(new Set(server.sends.map((body) => body.clientMessageId))).toEqual(new Set([id]))
    expect(model.messagesOf(general)).toHaveLength(1)
    await eventually(() => expect(outgoingOf(client.getState(), general)).toMatchObject([{ status: 'sent', seq: 3 }]))
    server.isLost = () => false
    server.cutSockets()
    await eventually(() => expect(texts(client)).toEqual(['once']))
    expect(client.getState().outgoing.size).toBe(0)
  })

  it('stops trying when the event shows that the message arrived, and goes on without waiting', async () => {
    const client = await connectLive({ clock: slowClock })
    server.dropAcknowledgements = Number.POSITIVE_INFINITY
    client.send(general, 'heard')
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    server.dropAcknowledgements = 0
    client.send(general, 'next')
    await eventually(() => expect(texts(client)).toEqual(['heard', 'next']))
    expect(sent()).toEqual(['heard', 'next'])
  })

  it.each([
    ['an acknowledgement', 0],
    ['a failure', 1],
  ])('is not impressed by %s that comes after the event', async (_, dropped) => {
    const client = await connectLive({ clock: slowClock })
    server.dropAcknowledgements = dropped
    server.beforeAnswer = () => eventually(() => expect(texts(client)).toEqual(['heard']))
    client.send(general, 'heard')
    await eventually(() => expect(texts(client)).toEqual(['heard']))
    server.beforeAnswer = async () => {}
    client.send(general, 'next')
    await eventually(() => expect(texts(client)).toEqual(['heard', 'next']))
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    expect(sent()).toEqual(['heard', 'next'])
  })

  it('does so too when the event comes long after the attempt that failed', async () => {
    const client = await connectLive({ clock: slowClock })
    server.dropAcknowledgements = 1
    server.isLost = (event) => event.type === 'message-created'
    client.send(general, 'heard')
    client.send(general, 'next')
    await eventually(() => expect(server.dropAcknowledgements).toBe(0))
    server.isLost = () => false
    const created = model.log.find((event) => event.type === 'message-created')
    server.sendToAll(created!)
    await eventually(() => expect(texts(client)).toEqual(['heard', 'next']))
    expect(sent()).toEqual(['heard', 'next'])
  })

  it('lets go of a message that a state read afresh holds already', async () => {
    const client = await connectLive()
    server.isLost = (event) => event.type === 'message-created'
    server.dropAcknowledgements = Number.POSITIVE_INFINITY
    client.send(general, 'once')
    await eventually(() => expect(model.messagesOf(general)).toHaveLength(1))
    server.closeSockets(4002)
    await eventually(() => expect(server.resumes).toHaveLength(2))
    expect(outgoingOf(client.getState(), general)).toMatchObject([{ status: 'sending' }])
    server.dropAcknowledgements = 0
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    await client.loadOlder(general)
    expect(texts(client)).toEqual(['once'])
  })

  it('sends as soon as the server says that its database is back, without waiting out the pause', async () => {
    const client = await connectLive({ clock: slowClock })
    const told = (database: 'ok' | 'unavailable') =>
      server.sendToAll({ type: 'heartbeat', at: new Date().toISOString(), database })
    told('unavailable')
    await eventually(() => expect(isDatabaseAway(client.getState())).toBe(true))
    server.sendErrors.push('database_unavailable')
    client.send(general, 'during the outage')
    await eventually(() => expect(server.sends).toHaveLength(1))
    told('ok')
    await eventually(() => expect(texts(client)).toEqual(['during the outage']))
  })

  it('keeps the order of a channel over failures', async () => {
    const client = await connectLive()
    server.sendErrors.push('database_unavailable', 'rate_limited', 'internal')
    for (const text of ['one', 'two', 'three']) client.send(general, text)
    await eventually(() => expect(texts(client)).toEqual(['one', 'two', 'three']))
    expect(sent()).toEqual(['one', 'one', 'one', 'one', 'two', 'three'])
  })

  it('does not let one channel wait for another', async () => {
    const other = model.createChannel('other', [model.me])
    const client = await connectLive({
      clock: { ...systemClock, after: (ms, act) => systemClock.after(ms * 100, act) },
    })
    server.sendErrors.push('internal')
    client.send(general, 'waits')
    await eventually(() => expect(sent()).toEqual(['waits']))
    client.send(other, 'passes')
    await eventually(() => expect(sent()).toEqual(['waits', 'passes']))
  })

  it('shows a refusal with its reason, goes on with the next, and sends or discards by hand', async () => {
    const client = await connectLive()
    server.sendErrors.push('channel_archived', 'channel_archived')
    const [first, second] = [client.send(general, 'first'), client.send(general, 'second')]
    client.send(general, 'third')
    await eventually(() => expect(texts(client)).toEqual(['third']))
    const refusal = { code: 'channel_archived', parameters: {}, message: 'the server says channel_archived' }
    expect(outgoingOf(client.getState(), general)).toMatchObject([
      { clientMessageId: first, status: 'failed', refusal },
      { clientMessageId: second, status: 'failed', refusal },
    ])
    client.discardSend(second)
    client.retrySend(first)
    await eventually(() => expect(texts(client)).toEqual(['third', 'first']))
    expect(client.getState().outgoing.size).toBe(0)
    expect(server.sends.at(-1)?.clientMessageId).toBe(first)
  })

  it('waits for the files of a message, and lets others go ahead meanwhile', async () => {
    const client = await connectLive()
    const uploads = resolvable<readonly FileId[]>()
    const id = client.send(general, 'see the plan', { files: uploads.promise })
    client.send(general, 'a moment')
    await eventually(() => expect(texts(client)).toEqual(['a moment']))
    expect(outgoingOf(client.getState(), general)).toMatchObject([{ clientMessageId: id, fileIds: null }])
    const fileId = FileId.parse(uuid(7_000))
    uploads.resolve([fileId])
    await eventually(() => expect(texts(client)).toEqual(['a moment', 'see the plan']))
    expect(server.sends.map((body) => body.fileIds)).toEqual([[], [fileId]])
  })

  it('does not send a message whose files were refused, or lost with the page; it can be given up', async () => {
    const storage = memoryStorage()
    const first = await connectLive({ storage })
    first.send(general, 'refused', { files: Promise.reject(new Error('too large')) })
    const lost = first.send(general, 'lost', { files: new Promise(() => undefined) })
    const isFailed = { status: 'failed', refusal: { code: 'file_incomplete' } }
    await eventually(() => expect(outgoingOf(first.getState(), general)[0]).toMatchObject(isFailed))
    first.stop()
    await eventually(() => expect(server.openSockets).toBe(0))
    const second = await connectLive({ storage })
    expect(outgoingOf(second.getState(), general)).toMatchObject([isFailed, isFailed])
    second.retrySend(lost)
    second.discardSend(lost)
    expect(outgoingOf(second.getState(), general)).toMatchObject([{ text: 'refused' }])
    expect(server.sends).toEqual([])
  })

  it('does not discard what may have arrived', async () => {
    const client = await connectLive()
    const id = client.send(general, 'on its way')
    client.discardSend(id)
    expect(outgoingOf(client.getState(), general)).toHaveLength(1)
  })

  it('takes back what has arrived', async () => {
    const client = await connectLive()
    const id = client.send(general, 'too soon')
    await eventually(() => expect(texts(client)).toEqual(['too soon']))
    client.withdrawSend(general, id)
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    expect(server.withdrawals).toEqual([id])
    expect(texts(client)).toEqual([''])
  })

  it('says so where the server refuses to give a message back, and shows it again', async () => {
    const client = await connectLive()
    const refusals: unknown[] = []
    client.onWithdrawalRefused(({ code }) => refusals.push(code))
    const id = client.send(general, 'here to stay')
    await eventually(() => expect(texts(client)).toEqual(['here to stay']))
    server.withdrawalErrors.push('internal', 'forbidden')
    client.withdrawSend(general, id)
    await eventually(() => expect(refusals).toEqual(['forbidden']))
    expect([client.getState().outgoing.size, texts(client)]).toEqual([0, ['here to stay']])
  })

  it('takes back what is being sent, once it is known to have arrived', async () => {
    const client = await connectLive()
    const answer = resolvable<null>()
    server.beforeAnswer = () => answer.promise
    server.isLost = ({ type }) => type === 'message-created'
    const id = client.send(general, 'on its way')
    await eventually(() => expect(server.sends).toHaveLength(1))
    client.withdrawSend(general, id)
    expect(outgoingOf(client.getState(), general)).toMatchObject([{ clientMessageId: id, isWithdrawn: true }])
    expect(server.withdrawals).toEqual([])
    answer.resolve(null)
    await eventually(() => expect(server.withdrawals).toEqual([id]))
    await eventually(() => expect(client.getState().outgoing.size).toBe(0))
    expect(model.messagesOf(general)).toMatchObject([{ deletedAt: expect.any(String) }])
  })

  it('drops what nobody has tried to send, without a word to the server, and goes on with the next', async () => {
    const client = await connectLive()
    const answer = resolvable<null>()
    server.beforeAnswer = () => answer.promise
    client.send(general, 'first')
    const second = client.send(general, 'second')
    client.send(general, 'third')
    client.withdrawSend(general, second)
    answer.resolve(null)
    await eventually(() => expect(texts(client)).toEqual(['first', 'third']))
    expect(server.withdrawals).toEqual([])
  })

  it('asks back over a reload what may have arrived while the answer was lost, and sends it no more', async () => {
    const storage = memoryStorage()
    const first = await connectLive({ storage, clock: slowClock })
    server.dropAcknowledgements = 1
    server.isLost = ({ type }) => type === 'message-created'
    const id = first.send(general, 'lost')
    await eventually(() => expect(server.sends).toHaveLength(1))
    first.withdrawSend(general, id)
    first.stop()
    await eventually(() => expect(server.openSockets).toBe(0))
    expect(storage.load()).toMatchObject([{ clientMessageId: id, isWithdrawn: true }])
    await connectLive({ storage })
    await eventually(() => expect(server.withdrawals).toEqual([id]))
    await eventually(() => expect(storage.load()).toEqual([]))
    expect(server.sends).toHaveLength(1)
  })

  it('sends what was waiting after a reload, under the same ids and in the same order', async () => {
    const storage = memoryStorage()
    const first = await connectLive({ storage })
    server.sendErrors.push(...Array<'internal'>(100).fill('internal'))
    const ids = [first.send(general, 'one'), first.send(general, 'two')]
    await eventually(() => expect(server.sends.length).toBeGreaterThan(1))
    first.stop()
    await eventually(() => expect(server.openSockets).toBe(0))
    server.sendErrors.length = 0
    server.sends.length = 0
    const second = await connectLive({ storage })
    await eventually(() => expect(texts(second)).toEqual(['one', 'two']))
    expect(server.sends.map((body) => body.clientMessageId)).toEqual(ids)
    expect(storage.load()).toEqual([])
  })

  it('keeps what waits when the session ends, and sends it after signing in again', async () => {
    const storage = memoryStorage()
    const client = await connectLive({ storage })
    server.isSignedIn = false
    client.send(general, 'patient')
    await eventually(() => expect(server.paths).toContain('messages.send'))
    server.closeSockets(4001)
    await eventually(() => expect(client.getState().status).toBe('signed-out'))
    expect(storage.load()).toMatchObject([{ text: 'patient', status: 'sending' }])
    server.isSignedIn = true
    client.start()
    await eventually(() => expect(model.messagesOf(general).map((it) => it.text)).toEqual(['patient']))
  })
})

function memoryStorage(): OutgoingStorage {
  const kept = new Map<string, OutgoingMessage>()
  return {
    load: () => [...kept.values()],
    save: (message) => void kept.set(message.clientMessageId, message),
    remove: (clientMessageId) => void kept.delete(clientMessageId),
  }
}
