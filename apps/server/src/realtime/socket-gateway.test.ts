import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { Cursors, Event } from '@parley/protocol'
import {
  listenToEvents,
  startTestParley,
  type TestParley,
  type TestPerson,
  until,
  withConnection,
} from '@parley/testkit'
import type { ClientBase } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

const say = (person: TestPerson, channelId: string, text: string) =>
  person.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })

const texts = (events: readonly Event[]) =>
  events.flatMap((event) => (event.type === 'message-created' ? [event.message.text] : []))

const hasText = (text: string) => (event: Event) => event.type === 'message-created' && event.message.text === text

describe('the events socket', () => {
  test('refuses strangers, and cookies that another site sends along', async () => {
    const url = parley.url.replace('http', 'ws')
    await expect(listenToEvents(parley.url, 'no such token')).rejects.toThrow('401')
    const { WebSocket } = await import('ws')
    const socket = new WebSocket(`${url}/api/events`, {
      headers: { cookie: `parley_session=${parley.owner.token}`, origin: 'https://elsewhere.example' },
    })
    const refusal = await new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('error', () => undefined)
    })
    expect(refusal).toBe(403)
  })

  test('resumes from cursors: what was missed, then what comes, nothing twice', async () => {
    const channel = await parley.createChannel('resume')
    const { cursors } = await parley.owner.http.query('state', {})
    for (let index = 0; index < 450; index += 1) await say(parley.owner, channel.id, `missed ${index}`)
    using listener = await listenToEvents(parley.url, parley.owner.token, cursors)
    for (let index = 0; index < 50; index += 1) await say(parley.owner, channel.id, `live ${index}`)
    await listener.waitFor(hasText('live 49'), 'the last live message')
    expect(texts(listener.events)).toEqual([
      ...Array.from({ length: 450 }, (_, index) => `missed ${index}`),
      ...Array.from({ length: 50 }, (_, index) => `live ${index}`),
    ])
  })

  test('resumes while others keep writing, without gap or repetition', async () => {
    const channel = await parley.createChannel('resume-under-load')
    const { cursors } = await parley.owner.http.query('state', {})
    const writing = Promise.all(Array.from({ length: 400 }, (_, index) => say(parley.owner, channel.id, `${index}`)))
    await until(async () => (await lastSeq(channel.id)) > 20, 'some were written')
    using listener = await listenToEvents(parley.url, parley.owner.token, cursors)
    await writing
    const end = await lastSeq(channel.id)
    await listener.waitFor((event) => event.streamId === channel.id && event.seq === end, 'the newest event')
    const start = cursors[channel.id as keyof Cursors] ?? 0
    const seqs = listener.events.filter((event) => event.streamId === channel.id).map((event) => event.seq)
    expect(seqs).toEqual(Array.from({ length: end - start }, (_, index) => start + index + 1))
  })

  test('refuses what one person opens beyond fifty with 4003, leaves the others open, and makes room again', async () => {
    const wei = await parley.addPerson('Fifty')
    const open = () => listenToEvents(parley.url, wei.token)
    const listeners = await Promise.all(Array.from({ length: 50 }, open))
    const refused = await open()
    await until(() => refused.closeCode !== null, 'the newest is closed')
    expect([refused.closeCode, ...listeners.map(({ closeCode }) => closeCode)]).toEqual([
      4003,
      ...listeners.map(() => null),
    ])
    listeners[0]?.socket.close()
    await until(() => listeners[0]?.closeCode !== null, 'one is closed')
    using next = await open()
    const channel = await parley.createChannel('fifty', [wei])
    await say(parley.owner, channel.id, 'there is room')
    await next.waitFor(hasText('there is room'), 'the message')
    for (const listener of listeners) listener[Symbol.dispose]()
  })

  test('closes with 4002 when a cursor is ahead of its stream', async () => {
    const { cursors, me } = await parley.owner.http.query('state', {})
    const ahead = { ...cursors, [me.id]: 1_000_000 }
    using listener = await listenToEvents(parley.url, parley.owner.token, ahead)
    await until(() => listener.closeCode !== null, 'the socket is closed')
    expect(listener.closeCode).toBe(4002)
  })

  test('gives a new member the channel and what is said from then on', async () => {
    const wei = await parley.addPerson('Wei')
    const channel = await parley.createChannel('joined-later')
    await say(parley.owner, channel.id, 'before')
    await parley.owner.http.command('tasks.create', { title: 'made before', channelId: channel.id })
    using listener = await listenToEvents(parley.url, wei.token)
    await parley.owner.http.command('channels.addMember', { channelId: channel.id, userId: wei.user.id })
    await say(parley.owner, channel.id, 'after')
    await listener.waitFor(hasText('after'), 'what was said after joining')
    expect(texts(listener.events)).toEqual(['after'])
    expect(listener.events.find((event) => event.type === 'channel-joined')).toMatchObject({
      state: { channel: { id: channel.id }, lastMessageNumber: 1, readNumber: 1, memberCount: 2 },
      tasks: [{ title: 'made before' }],
    })
  })

  test('gives a removed member the removal, and nothing after it', async () => {
    const li = await parley.addPerson('Li')
    const channel = await parley.createChannel('left', [li])
    using listener = await listenToEvents(parley.url, li.token)
    await say(parley.owner, channel.id, 'for both')
    await parley.owner.http.command('channels.removeMember', { channelId: channel.id, userId: li.user.id })
    await say(parley.owner, channel.id, 'not for Li')
    const other = await parley.createChannel('still-in', [li])
    await say(parley.owner, other.id, 'for Li again')
    await listener.waitFor(hasText('for Li again'), 'a later message elsewhere')
    expect(texts(listener.events)).toEqual(['for both', 'for Li again'])
    expect(listener.events.some((event) => event.type === 'channel-left')).toBe(true)
  })

  test('goes on for somebody who was taken out and brought back while away', async () => {
    const away = await parley.addPerson('Away')
    const channel = await parley.createChannel('there-and-back', [away])
    const membership = { channelId: channel.id, userId: away.user.id }
    for (let round = 0; round < 20; round += 1) {
      const { cursors } = await away.http.query('state', {})
      await say(parley.owner, channel.id, `missed ${round}`)
      await parley.owner.http.command('channels.removeMember', membership)
      await parley.owner.http.command('channels.addMember', membership)
      using listener = await listenToEvents(parley.url, away.token, cursors)
      await listener.waitFor((event) => event.type === 'channel-joined', 'the joining')
      await say(parley.owner, channel.id, `live ${round}`)
      await listener.waitFor(hasText(`live ${round}`), 'what is said from then on')
      expect(listener.closeCode).toBeNull()
    }
  })

  test('does not follow a channel for somebody who sends a cursor of it without being a member', async () => {
    const stranger = await parley.addPerson('Curious')
    const channel = await parley.createChannel('secret', [], { kind: 'private' })
    await say(parley.owner, channel.id, 'private')
    const { cursors } = await stranger.http.query('state', {})
    using listener = await listenToEvents(parley.url, stranger.token, { ...cursors, [channel.id]: 0 })
    const open = await parley.createChannel('shared-with-curious', [stranger])
    await say(parley.owner, channel.id, 'more private')
    await say(parley.owner, open.id, 'hello')
    await listener.waitFor(hasText('hello'), 'a message they may read')
    expect(texts(listener.events)).toEqual(['hello'])
  })

  test('is closed at once when its session ends or its account is closed', async () => {
    const one = await parley.addPerson('One')
    const two = await parley.addPerson('Two')
    using first = await listenToEvents(parley.url, one.token)
    using second = await listenToEvents(parley.url, two.token)
    await one.http.command('auth.signOut', {})
    await parley.owner.http.command('users.deactivate', { userId: two.user.id })
    await until(() => first.closeCode !== null && second.closeCode !== null, 'both sockets are closed')
    expect([first.closeCode, second.closeCode]).toEqual([4001, 4001])
    await expect(one.http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(two.http.query('state', {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('is closed, too, when its session ended while it was being opened', async () => {
    const person = await parley.addPerson('Hasty')
    const { cursors } = await person.http.query('state', {})
    const opening = await withConnection(parley.databaseUrl, async (client) => {
      // Which channels somebody is in cannot be read meanwhile: the opening waits there.
      await client.query('begin')
      await client.query('lock table memberships in access exclusive mode')
      const socket = listenToEvents(parley.url, person.token, cursors)
      await until(async () => (await waitingFor(client, 'memberships')) > 0, 'the opening waits')
      await person.http.command('auth.signOut', {})
      await client.query('commit')
      return socket
    })
    using listener = opening
    await until(() => listener.closeCode !== null, 'the socket is closed')
    expect(listener.closeCode).toBe(4001)
  })

  test('keeps little for a reader that stops, and gives it everything when it reads on', async () => {
    const slow = await parley.addPerson('Slow')
    const channel = await parley.createChannel('flood', [slow])
    const socket = await openRawSocket(parley.url, slow.token)
    socket.pause()
    const text = 'x'.repeat(20_000)
    for (let index = 0; index < 400; index += 1) await say(parley.owner, channel.id, `${index} ${text}`)
    // 8 MB were sent; the kernel's buffers hold some, this process next to nothing.
    expect(parley.server.measureSockets().waitingBytes).toBeLessThan(1024 * 1024)
    const received = collectText(socket)
    socket.resume()
    await until(() => received().includes('"text":"399 '), 'the last message arrives')
    const numbers = [...received().matchAll(/"text":"(\d+) x/g)].map((match) => Number(match[1]))
    expect(numbers).toEqual(Array.from({ length: 400 }, (_, index) => index))
    socket.destroy()
  })
})

/** How many of others wait for a table. */
async function waitingFor(client: ClientBase, table: string): Promise<number> {
  const { rowCount } = await client.query('select 1 from pg_locks where relation = $1::regclass and not granted', [
    table,
  ])
  return rowCount ?? 0
}

async function lastSeq(channelId: string): Promise<number> {
  const { channels } = await parley.owner.http.query('state', {})
  return channels.find((state) => state.channel.id === channelId)?.cursor ?? 0
}

/** A WebSocket by hand: only so can a test stop reading from the kernel. */
function openRawSocket(url: string, token: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET /api/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${Buffer.from(randomUUID()).toString('base64').slice(0, 22)}==\r\n` +
      `Sec-WebSocket-Version: 13\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  )
  return new Promise<typeof socket>((resolve, reject) => {
    socket.once('data', (head) =>
      head.toString().includes(' 101 ') ? resolve(socket) : reject(new Error(head.toString())),
    )
    socket.once('error', reject)
  })
}

function collectText(socket: Awaited<ReturnType<typeof openRawSocket>>): () => string {
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('latin1')
}
