import { randomUUID } from 'node:crypto'
import type { ChannelId, Event } from '@parley/protocol'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../store/database'
import { GraphReader } from './graph-reader'

let parley: TestParley
let channelId: ChannelId
let asked: string[]
let rows: Database
let reader: GraphReader

beforeAll(async () => {
  parley = await startTestParley()
  channelId = (await parley.createChannel('team', [])).id
  await parley.server.graphRead()
  // The server's own reader rests from here on: this one reads in its place.
  await (parley.server.services.graph as GraphReader).stop()
  asked = []
  rows = parley.server.services.store.rows.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(JSON.stringify(node))
      return node
    },
    transformResult: async ({ result }) => result,
  })
  reader = new GraphReader({
    rows,
    gatherMs: 1,
    restRatio: 1_000_000,
    onError: (error) => expect.unreachable(`${error}`),
  })
})
afterAll(async () => {
  await reader.stop()
  await parley[Symbol.asyncDispose]()
})

const say = async (text: string) =>
  (await parley.owner.http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })).message.id
const heed = (...types: Event['type'][]) => reader.heed(types.map((type) => ({ type }) as Event))
const hasAsked = (table: string) => asked.some((query) => query.includes(`"${table}"`))
const names = async () =>
  (await parley.server.services.store.rows.selectFrom('graph_entities').select('name').execute()).map(
    ({ name }) => name,
  )

describe('the reader of the graph', () => {
  it('looks for messages alone when somebody has said something, not through documents, tasks and people', async () => {
    await say('The otter service depends on the river database.')
    heed('message-created')
    await until(async () => (await names()).includes('otter service'), 'the message is read')
    expect(hasAsked('streams')).toBe(true)
    expect(['documents', 'tasks', 'graph_rereads'].filter(hasAsked)).toEqual([])
  })

  it('lets fall what has gone while it rests, and reads nothing on before it has rested', async () => {
    const { rows } = parley.server.services.store
    await rows.deleteFrom('graph_evidence').execute()
    await say('The badger service depends on the burrow database.')
    asked.length = 0
    heed('message-created', 'message-deleted')
    await until(async () => !(await names()).includes('otter service'), 'the name is forgotten')
    expect(hasAsked('streams')).toBe(false)
    await reader.settled()
    expect(await names()).toContain('badger service')
  })
})
