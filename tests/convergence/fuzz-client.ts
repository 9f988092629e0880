import { type ClientState, createParleyClient, cursorsOf, eventsUrl, type ParleyClient } from '@parley/client'
import type { ChannelId, Message } from '@parley/protocol'
import { type TestParley, type TestPerson, until } from '@parley/testkit'
import { WebSocket } from 'ws'

/** One person's client, over a real socket that the test can tear down. */
export interface FuzzClient {
  readonly person: TestPerson
  readonly client: ParleyClient
  /** What the client believes now. */
  state(): ClientState
  /** Ends the connection as a network does: without a word. */
  disconnect(): void
}

/** Resolves when the client has its first state and is live. */
export async function startFuzzClient(parley: TestParley, person: TestPerson): Promise<FuzzClient> {
  let socket: WebSocket | undefined
  const headers = { authorization: `Bearer ${person.token}` }
  const openSocket = () => {
    socket = new WebSocket(eventsUrl(parley.url), { headers })
    return socket
  }
  const client = createParleyClient({ http: person.http, openSocket })
  client.start()
  await until(() => client.getState().status === 'live', `${person.user.name} is live`)
  return {
    person,
    client,
    state: () => {
      const { session } = client.getState()
      if (!session) throw new Error(`${person.user.name} has no session`)
      return session
    },
    disconnect: () => socket?.terminate(),
  }
}

/** Waits until the client stands where the database stands, with nothing left on its way. */
export async function settleClient(fuzzClient: FuzzClient): Promise<void> {
  const { person, client } = fuzzClient
  const { cursors } = await person.http.query('state', {})
  const isSettled = () => {
    client.wake()
    return lacking(fuzzClient, cursors).length === 0
  }
  await until(isSettled, 'nothing is lacking', 30_000).catch(() => {
    throw new Error(`${person.user.name} still lacks ${lacking(fuzzClient, cursors).join(', ')}`)
  })
}

/** What keeps a client from being where it should be, in words. */
function lacking({ client, state }: FuzzClient, goal: Readonly<Record<string, number>>): string[] {
  const reached: Readonly<Record<string, number>> = cursorsOf(state())
  const behind = Object.entries(goal).filter(([streamId, seq]) => reached[streamId] !== seq)
  const unsent = [...client.getState().outgoing.values()].flat().filter((message) => message.status !== 'failed')
  return [
    ...behind.map(([streamId, seq]) => `${streamId} at ${seq} (it is at ${reached[streamId]})`),
    ...unsent.map((message) => `the end of "${message.text}" (${message.status})`),
  ]
}

/** Every message of a channel, oldest first, as the database holds them now. */
export async function readAllMessages({ http }: TestPerson, channelId: ChannelId): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const before = all.at(-1)?.seq
    const { messages } = await http.query('messages.list', { channelId, limit: 200, ...(before && { before }) })
    if (messages.length === 0) return all.reverse()
    all.push(...messages)
  }
}

/** Loads the client's history of a channel to its beginning, as scrolling up does. */
export async function loadAll({ client, state }: FuzzClient, channelId: ChannelId): Promise<readonly Message[]> {
  for (;;) {
    const window = state().channels.get(channelId)?.window
    if (!window?.hasOlder) return window?.messages ?? []
    await client.loadOlder(channelId)
  }
}
