import { type ClientState, createParleyClient, eventsUrl, type ParleyClient, stateFromSnapshot } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { startTestParley, type TestPerson, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readAllMessages } from '../support/read-all-messages'
import { comparable } from './comparable'

const HOUR_MS = 60 * 60 * 1000
/** Where server and client take the time to be, one after the other: an administrator corrects it, a laptop wakes up. */
const jumps = [0, 24 * HOUR_MS, -24 * HOUR_MS, 300 * HOUR_MS, -HOUR_MS, 0]

interface Writer {
  readonly person: TestPerson
  readonly client: ParleyClient
}

/** A client whose own clock can be moved. */
function startWriter(url: string, person: TestPerson, offsetMs: () => number): Writer {
  const headers = { authorization: `Bearer ${person.token}` }
  const after = (delayMs: number, action: () => void) => {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  }
  const clock = { now: () => Date.now() + offsetMs(), after }
  const client = createParleyClient({
    http: person.http,
    openSocket: () => new WebSocket(eventsUrl(url), { headers }),
    clock,
  })
  client.start()
  return { person, client }
}

function stateOf({ client }: Writer): ClientState {
  const { session } = client.getState()
  if (!session) throw new Error('the client has no state')
  return session
}

const textsHeld = (writer: Writer, channelId: ChannelId): readonly string[] =>
  (stateOf(writer).channels.get(channelId)?.window.messages ?? []).map(({ text }) => text)

test('clocks that jump, of the server and of clients, change no order, no count, and nobody’s newest draft', async () => {
  let serverMs = 0
  let clientMs = 0
  await using parley = await startTestParley({ now: () => new Date(Date.now() + serverMs) })
  const wei = await parley.addPerson('王伟')
  const { id: channelId } = await parley.createChannel('harbour', [wei])
  const writers = [parley.owner, wei].map((person) => startWriter(parley.url, person, () => clientMs))
  for (const { client } of writers) await until(() => client.getState().status === 'live', 'both are live')
  const said: string[] = []

  for (const [round, jump] of jumps.entries()) {
    serverMs = jump
    clientMs = -jump
    for (const { person, client } of writers) {
      const text = `${person.user.name} ${round}`
      said.push(text)
      client.send(channelId, text)
      await until(() => writers.every((writer) => textsHeld(writer, channelId).includes(text)), `${text} is everywhere`)
    }
    await wei.http.command('drafts.save', { channelId, threadId: null, text: `draft ${round}` })
  }

  const stored = await readAllMessages(wei.http, channelId)
  expect(stored.map(({ text }) => text)).toEqual(said)
  expect(new Set(stored.map(({ createdAt }) => createdAt.slice(0, 13))).size, 'the clock did jump').toBeGreaterThan(4)
  for (const writer of writers) {
    const afresh = stateFromSnapshot(await writer.person.http.query('state', {}))
    const isCaughtUp = () => stateOf(writer).inboxCursor === afresh.inboxCursor
    await until(isCaughtUp, `${writer.person.user.name} has caught up`)
    expect(textsHeld(writer, channelId)).toEqual(said)
    expect(comparable(stateOf(writer))).toEqual(comparable(afresh))
    writer.client.stop()
  }
})

test('a draft saved after the clock was set back counts as the later one', async () => {
  let serverMs = 0
  await using parley = await startTestParley({ now: () => new Date(Date.now() + serverMs) })
  const { id: channelId } = await parley.createChannel('harbour')
  const save = async (text: string) => {
    const { draft } = await parley.owner.http.command('drafts.save', { channelId, threadId: null, text })
    return Date.parse(draft.savedAt)
  }
  const earlier = await save('one')
  serverMs = -HOUR_MS
  expect(await save('two')).toBeGreaterThan(earlier)
})
