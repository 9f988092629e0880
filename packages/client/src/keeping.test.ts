import type { ChannelId } from '@parley/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createHttpClient } from './http-client'
import type { KeptState, StateKeeper } from './kept-state'
import { createParleyClient, type ParleyClient } from './parley-client'
import { TinyServer } from './testing/tiny-server'
import { WorkspaceModel } from './testing/workspace-model'
import { eventsUrl } from './web-socket-like'

/** A device: what it keeps is a copy, as in a browser's database. */
class Device implements StateKeeper {
  kept: KeptState | null = null
  load = async () => structuredClone(this.kept)
  save = async (kept: KeptState) => {
    this.kept = structuredClone(kept)
  }
  clear = async () => {
    this.kept = null
  }
}

let model: WorkspaceModel
let server: TinyServer
let general: ChannelId
let device: Device
const clients: ParleyClient[] = []

beforeEach(async () => {
  model = new WorkspaceModel()
  general = model.createChannel('general', [model.me, model.colleague])
  server = await TinyServer.start(model)
  device = new Device()
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.stop()
  await server[Symbol.asyncDispose]()
})

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })
const viewOf = (client: ParleyClient) => client.getState().session?.channels.get(general)
const texts = (client: ParleyClient) => viewOf(client)?.window.messages.map(({ text }) => text)

function start(isReachable = true): ParleyClient {
  const url = server.url
  const refuse = () => Promise.reject(new TypeError('no network'))
  const client = createParleyClient({
    http: createHttpClient({ baseUrl: url, ...(!isReachable && { fetch: refuse }) }),
    openSocket: () => new WebSocket(eventsUrl(url)),
    keeper: device,
    random: () => 0,
  })
  clients.push(client)
  client.start()
  return client
}

async function readAndLeave(): Promise<ParleyClient> {
  const client = start()
  await eventually(() => expect(client.getState().status).toBe('live'))
  await client.loadOlder(general)
  client.keepNow()
  await eventually(() => expect(device.kept).not.toBeNull())
  client.stop()
  return client
}

it('shows without a connection what was read before, says since when, and sends nothing yet', async () => {
  model.post(general, model.colleague, 'read before')
  const before = Date.now()
  await readAndLeave()
  const client = start(false)
  await eventually(() => expect(texts(client)).toEqual(['read before']))
  expect(client.getState().keptAtMs).toBeGreaterThanOrEqual(before)
  client.send(general, 'written offline')
  expect(client.getState().outgoing.get(general)).toHaveLength(1)
  expect(server.sends).toEqual([])
})

it('shows what was kept as soon as the server has not answered, and never that it knows nothing', async () => {
  model.post(general, model.colleague, 'read before')
  await readAndLeave()
  const client = start(false)
  const seen: string[] = []
  client.subscribe(() => seen.push(`${client.getState().status} ${client.getState().session !== null}`))
  await eventually(() => expect(client.getState().status).toBe('offline'))
  expect(texts(client)).toEqual(['read before'])
  expect(seen).not.toContain('offline false')
})

it('takes over what was kept where nothing has happened since, and reads afresh where something has', async () => {
  const other = model.createChannel('other', [model.me, model.colleague])
  model.post(general, model.colleague, 'one')
  model.post(other, model.colleague, 'quiet')
  const first = start()
  await eventually(() => expect(first.getState().status).toBe('live'))
  await first.loadOlder(general)
  await first.loadOlder(other)
  first.keepNow()
  await eventually(() => expect(device.kept).not.toBeNull())
  first.stop()
  model.post(general, model.colleague, 'two')
  const client = start()
  const textsOf = (id: ChannelId) =>
    client
      .getState()
      .session?.channels.get(id)
      ?.window.messages.map(({ text }) => text)
  await eventually(() => expect(textsOf(other)).toEqual(['quiet']))
  expect(textsOf(general)).toEqual([])
  expect(client.getState().keptAtMs).toBeNull()
  await client.loadOlder(general)
  expect(textsOf(general)).toEqual(['one', 'two'])
})

it('keeps the last fifty messages of a channel, none of one that nobody read, and no thread', async () => {
  const unread = model.createChannel('unread', [model.me, model.colleague])
  for (let number = 0; number < 70; number += 1) model.post(general, model.colleague, `${number}`)
  const client = start()
  await eventually(() => expect(client.getState().status).toBe('live'))
  await client.loadOlder(general)
  await client.loadOlder(general)
  model.post(unread, model.colleague, 'not read')
  await eventually(() => expect(client.getState().session?.channels.get(unread)?.window.messages).toHaveLength(1))
  client.keepNow()
  await eventually(() => expect(device.kept).not.toBeNull())
  const kept = device.kept?.state
  expect(kept?.channels.get(general)?.window).toMatchObject({ hasOlder: true, fromSeq: expect.any(Number) })
  expect(kept?.channels.get(general)?.window.messages.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, index) => `${index + 20}`),
  )
  expect(kept?.channels.get(unread)?.window.messages).toEqual([])
  expect(kept?.openThreads.size).toBe(0)
})

it('keeps nothing of somebody whose session has ended, and shows nothing of them', async () => {
  model.post(general, model.colleague, 'secret')
  await readAndLeave()
  server.isSignedIn = false
  const client = start()
  await eventually(() => expect(client.getState().status).toBe('signed-out'))
  await eventually(() => expect(device.kept).toBeNull())
  expect(client.getState().session).toBeNull()
  expect(start(false).getState().session).toBeNull()
})

it('keeps nothing of somebody who signs out, without asking the server a second time', async () => {
  model.post(general, model.colleague, 'secret')
  await readAndLeave()
  const client = start()
  await eventually(() => expect(client.getState().status).toBe('live'))
  const asked = server.paths.length
  await client.signOut()
  expect(client.getState()).toMatchObject({ status: 'signed-out', session: null })
  await eventually(() => expect(device.kept).toBeNull())
  expect(server.paths.slice(asked)).toEqual(['auth.signOut'])
  client.keepNow()
  expect(device.kept).toBeNull()
})

it('drops what it has, and keeps nothing more, as soon as the server says that it must not', async () => {
  model.post(general, model.colleague, 'secret')
  await readAndLeave()
  server.signOfLife = { allowsOfflineCopies: false }
  const client = start()
  await eventually(() => expect(device.kept).toBeNull())
  await client.loadOlder(general)
  const save = vi.spyOn(device, 'save')
  client.keepNow()
  // It would be kept in a turn of its own.
  await new Promise((resolve) => setTimeout(resolve))
  expect(save).not.toHaveBeenCalled()
  client.stop()
})
