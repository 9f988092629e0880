import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createHttpClient } from './http-client'
import { createParleyClient, type ParleyClient } from './parley-client'
import { TinyServer } from './testing/tiny-server'
import { WorkspaceModel } from './testing/workspace-model'
import { eventsUrl } from './web-socket-like'

const model = new WorkspaceModel()
const general = model.createChannel('general', [model.me, model.colleague])
let server: TinyServer
let client: ParleyClient

beforeEach(async () => {
  server = await TinyServer.start(model)
})

async function connect(): Promise<void> {
  client = createParleyClient({
    http: createHttpClient({ baseUrl: server.url }),
    openSocket: () => new WebSocket(eventsUrl(server.url)),
  })
  client.start()
  await until(() => client.getState().status === 'live')
}

afterEach(async () => {
  client.stop()
  await server[Symbol.asyncDispose]()
})

/** Looked at whenever the client says that something changed. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = client.subscribe(look)
    look()
  })
}

const session = () => client.getState().session!

describe('a thread that is opened', () => {
  it('holds its root and its last replies, then the ones before, and what is said meanwhile', async () => {
    const root = model.post(general, model.colleague, 'How far is it?')
    const replies = Array.from({ length: 70 }, (_, index) => model.reply(root, model.colleague, `reply ${index + 1}`))
    const openedThread = () => session().openThreads.get(root.id)!
    const texts = () => openedThread().window.messages.map(({ text }) => text)
    await connect()
    await client.openThread(general, root.id)
    expect(openedThread().root).toMatchObject({ text: 'How far is it?', replyCount: 70 })
    expect(texts()).toEqual(replies.slice(-50).map(({ text }) => text))
    model.reply(root, model.colleague, 'reply 71')
    await until(() => openedThread().window.messages.length === 51)
    await client.loadOlderReplies(root.id)
    expect(texts()).toEqual([...replies.map(({ text }) => text), 'reply 71'])
    expect(openedThread().window.hasOlder).toBe(false)
    expect(openedThread().root?.replyCount).toBe(71)
  })

  it('brings the tasks that the cards of its replies name, those of older pages too', async () => {
    const root = model.post(general, model.colleague, 'Whose is the checklist?')
    const { id } = model.saveTask({ title: 'Checklist', channelId: general, status: 'done' })
    model.attachCard(model.reply(root, model.assistant, 'Made a task'), [id])
    for (let number = 0; number < 50; number += 1) model.reply(root, model.colleague, `${number}`)
    await connect()
    await client.openThread(general, root.id)
    expect(session().tasks.has(id)).toBe(false)
    await client.loadOlderReplies(root.id)
    expect(session().tasks.get(id)).toMatchObject({ title: 'Checklist', status: 'done' })
  })
})
