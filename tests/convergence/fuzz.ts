import { type MessageWindow, stateFromSnapshot } from '@parley/client'
import type { Message } from '@parley/protocol'
import { startTestParley, type TestParley, type TestPerson } from '@parley/testkit'
import { expect } from 'vitest'
import { readAllMessages } from '../support/read-all-messages'
import { comparable } from './comparable'
import { chooseAction, type FuzzWorld, perform } from './fuzz-actions'
import { type FuzzClient, loadAll, settleClient, settleOutgoing, startFuzzClient } from './fuzz-client'
import { pick } from './pick'
import { seededRandom } from './seeded-random'

/** Actions under way at a time: enough for races, few enough for the machine. */
const AT_ONCE = 8

/**
 * Five people do random things over connections that break; in the end every client must hold what the database holds.
 * The seed decides who does what; the operating system still decides who is first.
 */
export async function fuzz(seed: number, actionCount: number): Promise<void> {
  await using parley = await startTestParley()
  const world = await openWorld(parley, seededRandom(seed))
  try {
    await act(world, actionCount)
    for (const client of world.clients) await settleOutgoing(client)
    for (const client of world.clients) await settleClient(client)
    for (const client of world.clients) await compareWithDatabase(client)
    await checkExactlyOnce(parley, world)
  } finally {
    for (const { client } of world.clients) client.stop()
  }
}

async function openWorld(parley: TestParley, random: () => number): Promise<FuzzWorld> {
  const people: TestPerson[] = [parley.owner]
  for (const name of ['王伟', 'Ann', '李娜', 'Bob']) people.push(await parley.addPerson(name))
  const channelIds = []
  for (const name of ['one', 'two', 'three']) channelIds.push((await parley.createChannel(name, people.slice(1))).id)
  const hookAddresses = []
  for (const channelId of channelIds) {
    const { path } = await parley.owner.http.command('incomingHooks.create', { name: 'build', channelId })
    hookAddresses.push(parley.url + path)
  }
  const clients = await Promise.all(people.map((person) => startFuzzClient(parley, person)))
  return { clients, channelIds, hookAddresses, assistantId: parley.assistant.id, random }
}

async function act(world: FuzzWorld, actionCount: number): Promise<void> {
  const underWay = new Set<Promise<void>>()
  for (let index = 0; index < actionCount; index += 1) {
    const actor = pick(world.clients, world.random) as FuzzClient
    const action = perform(chooseAction(world.random), actor, world)
    const tracked = action.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
  }
  await Promise.all(underWay)
}

async function compareWithDatabase(fuzzClient: FuzzClient): Promise<void> {
  const { person, state } = fuzzClient
  const afresh = stateFromSnapshot(await person.http.query('state', {}))
  expect(comparable(state()), `the state of ${person.user.name}`).toEqual(comparable(afresh))
  for (const channelId of afresh.channels.keys()) {
    const stored = await readAllMessages(person.http, channelId)
    compareWindow(state().channels.get(channelId)?.window, stored)
    expect(await loadAll(fuzzClient, channelId), `what ${person.user.name} sees in ${channelId}`).toEqual(stored)
  }
  await compareOpenThreads(fuzzClient)
}

/** What is held, wherever in the channel it stands, is a stretch of it without a hole. */
function compareWindow(window: MessageWindow | undefined, stored: readonly Message[]): void {
  const last = window?.hasNewer ? (window.messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY
  const meant = stored.filter(({ seq }) => window && seq >= window.fromSeq && seq <= last)
  expect(window?.messages ?? [], 'what stands on the screen').toEqual(meant)
}

/** Threads that were opened lately hold what the database holds. */
async function compareOpenThreads({ person, client, state }: FuzzClient): Promise<void> {
  for (const { threadId, channelId } of state().openThreads.values()) {
    if (state().openThreads.get(threadId)?.window.hasNewer) await client.loadRepliesAround(threadId, null)
    while (state().openThreads.get(threadId)?.window.hasOlder) await client.loadOlderReplies(threadId)
    const { root } = await person.http.query('threads.get', { threadId })
    const { messages } = await person.http.query('messages.list', { channelId, threadId, limit: 200 })
    const held = state().openThreads.get(threadId)
    expect(held?.root, 'the root of a thread').toEqual(root)
    expect(held?.window.messages.slice(-200), 'the replies of a thread').toEqual(messages.toReversed())
  }
}

type Database = TestParley['server']['services']['store']['rows']

/** Numbers are dense, and no message is there twice; the assistant, who reads along, replied to nobody. */
async function checkExactlyOnce({ server }: TestParley, { assistantId }: FuzzWorld): Promise<void> {
  const { rows } = server.services.store
  const messages = await rows.selectFrom('messages').selectAll().orderBy('channel_id').orderBy('seq').execute()
  expect(messages.length).toBeGreaterThan(50)
  expect(messages.filter((message) => message.author_id === assistantId && message.card !== null)).toEqual([])
  const numbers = new Map<string, number[]>()
  const count = (place: string, number: number) => numbers.set(place, [...(numbers.get(place) ?? []), number])
  for (const { channel_id, message_number, thread_id, reply_number, is_also_in_channel } of messages) {
    if (thread_id === null || is_also_in_channel) count(channel_id, message_number)
    if (thread_id !== null) count(thread_id, reply_number ?? 0)
  }
  for (const table of ['tasks', 'reminders', 'scheduled_messages'] as const) await checkNoDoubles(rows, table)
  for (const given of numbers.values()) expect(given).toEqual(given.map((_, index) => index + 1))
}

/** Every action has words of its own. */
async function checkNoDoubles(rows: Database, table: 'tasks' | 'reminders' | 'scheduled_messages'): Promise<void> {
  const made = await rows
    .selectFrom(table)
    .select(table === 'tasks' ? 'title as words' : 'text as words')
    .execute()
  const words = made.map((row) => row.words)
  expect([...new Set(words)], `${table} without doubles`).toEqual(words)
}
