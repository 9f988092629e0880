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

/** Waits until nothing that this client sends is on its way any more. */
export async function settleOutgoing({ person, client }: FuzzClient): Promise<void> {
  const unsent = () => [...client.getState().outgoing.values()].flat().filter((message) => message.status !== 'failed')
  await untilNone(client, unsent, `${person.user.name} has everything acknowledged`)
}

/** Waits until the client stands where the database stood: ahead of that is right where the server wrote something since. */
export async function settleClient({ person, client, state }: FuzzClient): Promise<void> {
  const goal = Object.entries((await person.http.query('state', {})).cursors)
  const behind = () => {
    const reached: Readonly<Record<string, number>> = cursorsOf(state())
    return goal.flatMap(([streamId, seq]) =>
      (reached[streamId] ?? 0) >= seq
        ? []
        : [{ streamId, seq, reached: reached[streamId], status: client.getState().status }],
    )
  }
  await untilNone(client, behind, `${person.user.name} has caught up`)
}

async function untilNone(client: ParleyClient, left: () => readonly unknown[], what: string): Promise<void> {
  const isDone = () => {
    client.wake()
    return left().length === 0
  }
  await until(isDone, what, 30_000).catch((cause: unknown) => {
    throw new Error(`${what}: in vain, for there is ${JSON.stringify(left())}`, { cause })
  })
}

/** Loads the client's history of a channel from the newest to its beginning, as scrolling up does. */
export async function loadAll({ client, state }: FuzzClient, channelId: ChannelId): Promise<readonly Message[]> {
  if (state().channels.get(channelId)?.window.hasNewer) await client.loadAround(channelId, null)
  for (;;) {
    const window = state().channels.get(channelId)?.window
    if (!window?.hasOlder) return window?.messages ?? []
    await client.loadOlder(channelId)
  }
}
