import {
  type ClientState,
  createHttpClient,
  createParleyClient,
  eventsUrl,
  type HttpClient,
  type ParleyClient,
  stateFromSnapshot,
} from '@parley/client'
import type { Channel, Message, UserId } from '@parley/protocol'
import { createServerProcess, createTestDatabase, type ServerProcess, TEST_PASSWORD, until } from '@parley/testkit'
import pg from 'pg'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { comparable } from '../convergence/comparable'
import { readAllMessages } from '../support/read-all-messages'
import { closeGate, type GatePlace } from './gate'

/*
 * A message that makes a task is sent again and again, and each time the server dies at the next step of its path:
 * once before that step's statement took effect (its connection is ended, too), once after it did, with nobody left to
 * be told. In the end the message, its task and its reply are there once each.
 */

interface World {
  readonly server: ServerProcess
  readonly databaseUrl: string
  readonly http: HttpClient
  readonly client: ParleyClient
  readonly channel: Channel
  readonly assistantId: UserId
}

const stepsOf = ({ assistantId }: World): Readonly<Record<string, GatePlace>> => ({
  'the message is written': { table: 'messages', moment: 'before insert' },
  'the message is committed': { table: 'messages', moment: 'at commit' },
  'its words are stored': { table: 'message_words', moment: 'before insert' },
  'its understanding is stored': { table: 'understandings', moment: 'before insert or update' },
  'its task is made': { table: 'tasks', moment: 'before insert' },
  'the turn is remembered': { table: 'conversations', moment: 'before insert or update' },
  'the reply is written': { table: 'messages', moment: 'before insert', when: `new.author_id = '${assistantId}'` },
  "the assistant's place is saved": {
    table: 'reader_cursors',
    moment: 'before insert or update',
    when: "new.reader = 'assistant'",
  },
})

test('kill -9 at every step of its path leaves a message, its task and its reply there once', {
  timeout: 600_000,
}, async () => {
  const database = await createTestDatabase()
  await using server = await createServerProcess({
    environment: {
      DATABASE_URL: database.url,
      PARLEY_ADMIN_EMAIL: 'owner@example.org',
      PARLEY_ADMIN_PASSWORD: TEST_PASSWORD,
    },
  })
  await server.start()
  const world = await enter(server, database.url)
  for (const [step, place] of Object.entries(stepsOf(world))) {
    await expectOnce(world, await dieAt(world, place, 'undone'), `${step}: undone`)
    await expectOnce(world, await dieAt(world, place, 'done'), `${step}: done`)
  }
  world.client.stop()
  await server.stop()
  await database.drop()
})

async function enter(server: ServerProcess, databaseUrl: string): Promise<World> {
  const credentials = { email: 'owner@example.org', password: TEST_PASSWORD }
  const { token } = await createHttpClient({ baseUrl: server.url }).command('auth.signIn', credentials)
  const http = createHttpClient({ baseUrl: server.url, token })
  const headers = { authorization: `Bearer ${token}` }
  const client = createParleyClient({ http, openSocket: () => new WebSocket(eventsUrl(server.url), { headers }) })
  client.start()
  await until(() => client.getState().status === 'live', 'the client is live')
  const assistant = [...stateOf(client).users.values()].find(({ kind }) => kind === 'assistant')
  if (!assistant) throw new Error('there is no assistant')
  const { channel } = await client.command('channels.openDirect', { userIds: [assistant.id] })
  const world = { server, databaseUrl, http, client, channel, assistantId: assistant.id }
  await until(() => hasReadAll(world), 'the assistant has read its own welcome')
  return world
}

/** Sends a message, and kills the server where the message's path comes to the gate. Answers its clientMessageId. */
async function dieAt({ server, databaseUrl, client, channel }: World, place: GatePlace, outcome: 'done' | 'undone') {
  await using gate = await closeGate(databaseUrl, place)
  const clientMessageId = client.send(channel.id, '请把发布清单分配给我，周五前完成')
  await gate.holdsSomebody()
  await server.kill()
  await (outcome === 'done' ? gate.open() : gate.turnBack())
  await server.start()
  return clientMessageId
}

async function expectOnce(world: World, clientMessageId: string, step: string): Promise<void> {
  const { http, client, channel } = world
  const isSettled = async () => {
    client.wake()
    return client.getState().outgoing.size === 0 && (await hasReadAll(world))
  }
  await until(isSettled, `all is said and read (${step})`, 60_000)
  const stored = await readAllMessages(http, channel.id)
  const sent = stored.filter((message) => message.clientMessageId === clientMessageId)
  expect(sent, step).toHaveLength(1)
  expect(repliesTo(stored, sent[0]!), step).toHaveLength(1)
  expect(await tasksOf(world, sent[0]!), step).toHaveLength(1)
  expect(
    stored.map((message) => message.messageNumber),
    step,
  ).toEqual(stored.map((_, index) => index + 1))
  await expectConverged(world, stored, step)
}

const repliesTo = (stored: readonly Message[], { id }: Message) => stored.filter(({ card }) => card?.repliesTo === id)

async function tasksOf({ http }: World, { id }: Message) {
  const { tasks } = await http.query('tasks.list', {})
  return tasks.filter(({ sourceMessageId }) => sourceMessageId === id)
}

/** The client that was there all the time holds what somebody who comes now would be given. */
async function expectConverged({ http, client, channel }: World, stored: readonly Message[], step: string) {
  const afresh = stateFromSnapshot(await http.query('state', {}))
  const isCaughtUp = () => stateOf(client).channels.get(channel.id)?.cursor === afresh.channels.get(channel.id)?.cursor
  await until(isCaughtUp, `the client has caught up (${step})`)
  expect(comparable(stateOf(client)), step).toEqual(comparable(afresh))
  const held = stateOf(client).channels.get(channel.id)?.window.messages ?? []
  expect(
    held.map(({ id }) => id),
    step,
  ).toEqual(stored.slice(-held.length).map(({ id }) => id))
}

function stateOf(client: ParleyClient): ClientState {
  const { session } = client.getState()
  if (!session) throw new Error('the client has no state')
  return session
}

async function hasReadAll({ databaseUrl, channel }: Pick<World, 'databaseUrl' | 'channel'>): Promise<boolean> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const { rowCount } = await database.query(
    `select 1 from streams join reader_cursors on stream_id = id and reader = 'assistant' and seq = last_seq
     where id = $1`,
    [channel.id],
  )
  await database.end()
  return rowCount === 1
}
