import { randomUUID } from 'node:crypto'
import { createHttpClient, createParleyClient, eventsUrl, type ParleyClient } from '@parley/client'
import type { Channel } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readAllMessages } from '../support/read-all-messages'
import { openNetwork } from './network'

const CUT_MS = 10_000
const MESSAGES_A_SIDE = 100

/** A client that reaches the server by this address. */
function clientAt(url: string, { token }: TestPerson): ParleyClient {
  const headers = { authorization: `Bearer ${token}` }
  const openSocket = () => new WebSocket(eventsUrl(url), { headers })
  return createParleyClient({ http: createHttpClient({ baseUrl: url, token }), openSocket })
}

const textsHeld = (client: ParleyClient, { id }: Channel): readonly string[] =>
  (client.getState().session?.channels.get(id)?.window.messages ?? []).map(({ text }) => text)

const numbered = (name: string) => Array.from({ length: MESSAGES_A_SIDE }, (_, index) => `${name} ${index}`)

async function sayFrom({ http }: TestPerson, channelId: Channel['id'], texts: readonly string[]): Promise<void> {
  for (const text of texts) await http.command('messages.send', { channelId, text, clientMessageId: randomUUID() })
}

async function cutFor(parley: TestParley, fate: 'connections live on' | 'connections are dead'): Promise<void> {
  const away = await parley.addPerson('王伟')
  const channel = await parley.createChannel('harbour', [away])
  await using network = await openNetwork(parley.url)
  const client = clientAt(network.url, away)
  client.start()
  await until(() => client.getState().status === 'live', 'the client is live')
  // Looked at, so that it keeps all of the channel.
  await client.loadOlder(channel.id)
  client.send(channel.id, 'before the cut')
  await until(() => client.getState().outgoing.size === 0, 'it is sent')

  // Pulled in the midst of it: some have arrived, and the acknowledgement of the last may not have come back.
  for (const text of numbered('away')) client.send(channel.id, text)
  await until(async () => (await readAllMessages(parley.owner.http, channel.id)).length > 5, 'some have arrived')
  network.cut()
  const mendAt = Date.now() + CUT_MS
  await sayFrom(parley.owner, channel.id, numbered('here'))
  await until(() => Date.now() >= mendAt, 'the cut has lasted long enough', CUT_MS * 2)
  expect(client.getState().outgoing.size, 'nothing passes a cut network').toBe(1)
  expect(textsHeld(client, channel), 'nothing passes a cut network').not.toContain('here 0')
  network.mend(fate)

  // Nobody wakes the client: it has to notice by itself, without waiting for its longest pause.
  const isDone = () => client.getState().outgoing.size === 0
  await until(isDone, 'all is acknowledged', 45_000)
  const stored = await readAllMessages(parley.owner.http, channel.id)
  await until(() => textsHeld(client, channel).length === stored.length, 'the client has everything', 45_000)
  client.stop()

  expect(textsHeld(client, channel)).toEqual(stored.map(({ text }) => text))
  const sent = (name: string) => stored.map(({ text }) => text).filter((text) => text.startsWith(name))
  expect(sent('away')).toEqual(numbered('away'))
  expect(sent('here')).toEqual(numbered('here'))
}

for (const fate of ['connections live on', 'connections are dead'] as const) {
  test(`a network cut for ten seconds loses, doubles and reorders nothing when its ${fate}`, {
    timeout: 120_000,
  }, async () => {
    await using parley = await startTestParley()
    await cutFor(parley, fate)
  })
}
