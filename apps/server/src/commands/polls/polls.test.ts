import { randomUUID } from 'node:crypto'
import { applyEvents, cursorsOf, stateFromSnapshot } from '@parley/client'
import type { CommandBody, MessageId } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, type TestPerson, until } from '@parley/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let parley: TestParley
let wei: TestPerson
let na: TestPerson
let channelId: string

beforeAll(async () => {
  parley = await startTestParley()
  wei = await parley.addPerson('王伟')
  na = await parley.addPerson('李娜')
  channelId = (await parley.createChannel('lunch', [wei, na])).id
})
afterAll(() => parley[Symbol.asyncDispose]())

const ask = async (more: Partial<CommandBody<'polls.create'>> = {}) => {
  const body = { channelId, question: '中午吃什么？', options: ['面', '饭', '饺子'], clientMessageId: randomUUID() }
  return (await wei.http.command('polls.create', { ...body, ...more })).message
}
const vote = (person: TestPerson, messageId: MessageId, ...options: number[]) =>
  person.http.command('polls.vote', { messageId, options })
const read = async (messageId: MessageId) => {
  const { messages } = await na.http.query('messages.list', { channelId })
  return messages.find(({ id }) => id === messageId)?.poll
}
const countsOf = async (messageId: MessageId) => (await read(messageId))?.options.map(({ count }) => count)

test('a person has one vote, which the next one replaces, and nothing takes it back', async () => {
  const { id, text } = await ask()
  expect(text).toBe('中午吃什么？')
  await vote(wei, id, 0)
  await vote(na, id, 0)
  await vote(na, id, 2)
  expect(await countsOf(id)).toEqual([1, 0, 1])
  expect((await read(id))?.options[2]?.voterIds).toEqual([na.user.id])
  await vote(wei, id)
  expect(await countsOf(id)).toEqual([0, 0, 1])
})

test('several answers are taken where several are asked for, and options that there are not nowhere', async () => {
  const { id } = await ask({ isMultiple: true })
  await vote(na, id, 2, 0)
  expect(await countsOf(id)).toEqual([1, 0, 1])
  await expect(vote(na, id, 3)).rejects.toMatchObject({ code: 'invalid_request' })
  const { id: single } = await ask()
  await expect(vote(na, single, 0, 1)).rejects.toMatchObject({ code: 'invalid_request' })
})

test('an anonymous poll tells nobody who voted: not in answers, events, or the rows of events', async () => {
  const before = stateFromSnapshot(await wei.http.query('state', {}))
  const { id, channelId: place } = await ask({ isAnonymous: true })
  const { message } = await vote(na, id, 1)
  expect(message.poll?.options[1]).toEqual({ text: '饭', count: 1, voterIds: [] })
  expect(await na.http.query('polls.own', { messageId: id })).toEqual({ options: [1] })
  expect(await wei.http.query('polls.own', { messageId: id })).toEqual({ options: [] })
  using listener = await listenToEvents(parley.url, wei.token, cursorsOf(before))
  await until(() => listener.events.some(({ type }) => type === 'poll-counted'), 'the count has arrived')
  const told = listener.events.filter((event) => event.streamId === (place as string))
  expect(told.map(({ type }) => type)).toEqual(['message-created', 'poll-counted'])
  expect(JSON.stringify(told)).not.toContain(na.user.id)
})

test('asked for again when it has closed meanwhile, it is answered as it stands', async () => {
  const first = { closesAt: new Date(Date.now() + 1_500).toISOString(), clientMessageId: randomUUID() }
  const asked = await ask(first)
  await expect.poll(() => Date.now() > Date.parse(first.closesAt), { timeout: 5_000 }).toBe(true)
  expect((await ask(first)).id).toBe(asked.id)
  await expect(ask({ ...first, clientMessageId: randomUUID() })).rejects.toMatchObject({ code: 'time_out_of_range' })
})

test('a closed poll stays as it is; its asker and moderators close it, others do not', async () => {
  const { id } = await ask()
  await vote(na, id, 1)
  await expect(na.http.command('polls.close', { messageId: id })).rejects.toMatchObject({ code: 'forbidden' })
  const { message } = await wei.http.command('polls.close', { messageId: id })
  expect(message.poll?.closedAt).not.toBeNull()
  await expect(vote(na, id, 0)).rejects.toMatchObject({ code: 'poll_closed' })
  expect(await countsOf(id)).toEqual([0, 1, 0])
})

test('strangers neither vote nor learn how they would have, and a message without a poll takes no vote', async () => {
  const stranger = await parley.addPerson('Stranger')
  const { id } = await ask()
  await expect(vote(stranger, id, 0)).rejects.toMatchObject({ code: 'not_a_member' })
  const plain = { channelId, text: 'no poll', clientMessageId: randomUUID() }
  const { message } = await wei.http.command('messages.send', plain)
  await expect(vote(na, message.id, 0)).rejects.toMatchObject({ code: 'not_found' })
})

test('messages and the events after them give the poll that a page shows', async () => {
  const before = stateFromSnapshot(await wei.http.query('state', {}))
  const { id } = await ask({ isMultiple: true })
  await vote(wei, id, 0, 1)
  await vote(na, id, 1)
  await vote(wei, id, 1)
  await wei.http.command('polls.close', { messageId: id })
  const goal = await read(id)
  using listener = await listenToEvents(parley.url, wei.token, cursorsOf(before))
  await until(() => listener.events.some(({ type }) => type === 'poll-closed'), 'the closing has arrived')
  const { state } = applyEvents(before, listener.events)
  const held = [...state.channels.values()].flatMap(({ window }) => window.messages).find((it) => it.id === id)
  expect(held?.poll).toEqual(goal)
})

test('what is deleted leaves no votes behind', async () => {
  const { id } = await ask()
  await vote(na, id, 0)
  await wei.http.command('messages.delete', { messageId: id })
  expect(await read(id)).toBeUndefined()
  await expect(vote(na, id, 0)).rejects.toMatchObject({ code: 'not_found' })
})

test('a retry is answered with the first poll, and other options under its id are refused', async () => {
  const clientMessageId = randomUUID()
  const first = await ask({ clientMessageId })
  expect((await ask({ clientMessageId })).id).toBe(first.id)
  const other = ask({ clientMessageId, options: ['面', '饭'] })
  await expect(other).rejects.toMatchObject({ code: 'client_message_id_reused' })
})
