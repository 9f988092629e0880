import type { ChannelId, Cursors, Event } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createHttpClient } from '../http-client'
import { TinyServer } from '../testing/tiny-server'
import { WorkspaceModel } from '../testing/workspace-model'
import { eventsUrl } from '../web-socket-like'
import { BotConnection, type CursorStore } from './bot-connection'

let model: WorkspaceModel
let server: TinyServer
let general: ChannelId
const connections: BotConnection[] = []

beforeEach(async () => {
  model = new WorkspaceModel()
  general = model.createChannel('general', [model.me, model.colleague])
  server = await TinyServer.start(model)
})
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.stop()))
  await server[Symbol.asyncDispose]()
})

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 })

interface Follow {
  readonly handle?: (event: Event) => Promise<void>
  readonly keeps?: boolean
}

/** What a bot handled, and what went wrong with it. */
function follow({ handle = async () => undefined, keeps = true }: Follow = {}) {
  const texts: string[] = []
  const errors: unknown[] = []
  let kept = model.snapshot().cursors as Cursors
  const cursorStore: CursorStore = {
    load: async () => kept,
    save: async (cursors) => {
      kept = cursors
    },
  }
  const connection = new BotConnection({
    http: createHttpClient({ baseUrl: server.url }),
    openSocket: () => new WebSocket(eventsUrl(server.url)),
    cursorStore: keeps ? cursorStore : undefined,
    onReady: () => undefined,
    handle: async (event) => {
      await handle(event)
      if (event.type === 'message-created') texts.push(event.message.text)
    },
    onError: (error) => errors.push(error),
  })
  connections.push(connection)
  void connection.run()
  return { texts, errors, keptSeq: () => kept[general as never] }
}

describe('a bot that keeps how far it came', () => {
  it('passes over an event that it cannot read, says so once, and hears what comes after', async () => {
    server.asSent = (event) => (isSaid(event, 'spoilt') ? { ...event, message: { text: 7 } } : event)
    const bot = follow()
    await eventually(() => expect(server.openSockets).toBe(1))
    for (const text of ['before', 'spoilt', 'after']) model.post(general, model.colleague, text)
    await eventually(() => expect(bot.texts).toEqual(['before', 'after']))
    expect(bot.errors).toHaveLength(1)
    expect(bot.keptSeq()).toBe(model.eventsOf(general).length)
    expect(server.resumes).toHaveLength(1)
  })

  it('passes over a frame that is nothing at all', async () => {
    const bot = follow()
    await eventually(() => expect(server.openSockets).toBe(1))
    server.sendToAll([])
    model.post(general, model.colleague, 'after')
    await eventually(() => expect(bot.texts).toEqual(['after']))
    expect(bot.errors).toHaveLength(1)
  })

  it('holds no more than a thousand events for slow handlers, and hears all of them in order', async () => {
    let release: () => void = () => undefined
    const blocked = new Promise<void>((resolve) => {
      release = resolve
    })
    const bot = follow({ handle: () => blocked })
    await eventually(() => expect(server.openSockets).toBe(1))
    const said = Array.from({ length: 2_500 }, (_, number) => `${number}`)
    for (const text of said) model.post(general, model.colleague, text)
    // The socket is let go: nothing more reaches the bot while it is busy.
    await eventually(() => expect(server.openSockets).toBe(0))
    expect(server.resumes).toHaveLength(1)
    release()
    await eventually(() => expect(bot.texts).toHaveLength(said.length))
    expect(bot.texts).toEqual(said)
    expect(server.resumes.length).toBeGreaterThan(1)
  })
})

describe('a bot that keeps nothing', () => {
  it('goes on where it stood, not where the server stands, when its cursors are called unusable', async () => {
    const bot = follow({ keeps: false })
    await eventually(() => expect(server.openSockets).toBe(1))
    server.closeSockets(4002)
    model.post(general, model.colleague, 'meanwhile')
    await eventually(() => expect(bot.texts).toEqual(['meanwhile']))
  })
})

const isSaid = (event: Event, text: string) => event.type === 'message-created' && event.message.text === text
