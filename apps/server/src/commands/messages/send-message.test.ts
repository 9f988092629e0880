import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Channel } from '@parley/protocol'
import { listenToEvents, startTestParley, type TestParley, until } from '@parley/testkit'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, type MockInstance, test, vi } from 'vitest'

let parley: TestParley
beforeAll(async () => {
  parley = await startTestParley()
})
afterAll(() => parley[Symbol.asyncDispose]())

describe('messages.send', () => {
  test('stores a message, numbers it and delivers it to members', async () => {
    const wei = await parley.addPerson('王伟')
    const channel = await parley.createChannel('launch', [wei])
    using listener = await listenToEvents(parley.url, wei.token)
    const { message } = await parley.owner.http.command('messages.send', {
      channelId: channel.id,
      text: '大家好',
      clientMessageId: randomUUID(),
    })
    expect(message).toMatchObject({ messageNumber: 1, text: '大家好', authorId: parley.owner.user.id })
    const event = await listener.waitFor((event) => event.type === 'message-created', 'the message arrives')
    expect(event).toMatchObject({ streamId: channel.id, seq: message.seq, message })
  })

  test('answers a retry with the first message and delivers it once', async () => {
    const channel = await parley.createChannel('retries')
    using listener = await listenToEvents(parley.url, parley.owner.token)
    const body = { channelId: channel.id, text: 'once', clientMessageId: randomUUID() }
    const [first, ...rest] = await Promise.all([1, 2, 3].map(() => parley.owner.http.command('messages.send', body)))
    expect(rest).toEqual([first, first])
    await parley.owner.http.command('messages.send', { ...body, text: 'end', clientMessageId: randomUUID() })
    await listener.waitFor((event) => event.type === 'message-created' && event.message.text === 'end', 'the end')
    expect(listener.events.filter((event) => event.type === 'message-created')).toHaveLength(2)
  })

  test('refuses another message under a client id that was used', async () => {
    const channel = await parley.createChannel('reuse')
    const clientMessageId = randomUUID()
    await parley.owner.http.command('messages.send', { channelId: channel.id, text: 'one', clientMessageId })
    await expect(
      parley.owner.http.command('messages.send', { channelId: channel.id, text: 'two', clientMessageId }),
    ).rejects.toMatchObject({ code: 'client_message_id_reused', status: 422 })
  })

  test('refuses people who are not members, although the channel exists', async () => {
    const channel = await parley.createChannel('closed', [], { kind: 'private' })
    const stranger = await parley.addPerson('Stranger')
    await expect(
      stranger.http.command('messages.send', { channelId: channel.id, text: 'hello', clientMessageId: randomUUID() }),
    ).rejects.toMatchObject({ code: 'not_a_member' })
    expect((await parley.owner.http.query('messages.list', { channelId: channel.id })).messages).toEqual([])
  })

  test('numbers what many send at once without gap or repetition, in the order of delivery', async () => {
    const people = await Promise.all(['A', 'B', 'C'].map((name) => parley.addPerson(name)))
    const channel = await parley.createChannel('busy', people)
    using listener = await listenToEvents(parley.url, parley.owner.token)
    const sent = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        people[index % 3]?.http.command('messages.send', {
          channelId: channel.id,
          text: `message ${index}`,
          clientMessageId: randomUUID(),
        }),
      ),
    )
    const numbers = sent.map((answer) => answer?.message.messageNumber ?? 0).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
    await listener.waitFor(
      (event) => event.type === 'message-created' && event.message.messageNumber === 300,
      'the last message arrives',
    )
    const seqs = listener.events.map((event) => event.seq)
    expect(seqs).toEqual(Array.from(seqs, (_, index) => (seqs[0] ?? 0) + index))
  })

  test('asks the database once, however many are listening in the channel', async () => {
    const people = await Promise.all(['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => parley.addPerson(name)))
    const small = await parley.createChannel('of one')
    const large = await parley.createChannel('of many', people)
    const listeners = await Promise.all(people.map(({ token }) => listenToEvents(parley.url, token)))
    expect(await statementsOfSending(small.id)).toEqual(['commit-messages'])
    expect(await statementsOfSending(large.id)).toEqual(['commit-messages'])
    for (const listener of listeners) listener[Symbol.dispose]()
  })
})

/** What the search indexer asks in the background: how far it is, what is new, and to store its words. */
const OF_SEARCH = /message_words|reader_cursors|from "messages" where "channel_id" = \$1 and "seq" > \$2/

/** What the database is asked until a message is acknowledged. */
async function statementsOfSending(channelId: Channel['id']): Promise<string[]> {
  const send = () =>
    parley.owner.http.command('messages.send', { channelId, text: 'counted', clientMessageId: randomUUID() })
  await send()
  const query = vi.spyOn(Client.prototype, 'query')
  try {
    await untilQuiet(query)
    await send()
    const asked = query.mock.calls.map(([statement]) => asStatement(statement))
    return asked.filter((statement) => !OF_SEARCH.test(statement))
  } finally {
    query.mockRestore()
  }
}

/** What was said before is still read for search and the graph. */
async function untilQuiet(query: MockInstance): Promise<void> {
  const isQuiet = async () => {
    query.mockClear()
    await delay(200)
    return query.mock.calls.length === 0
  }
  await until(isQuiet, 'nothing is asked any more', 60_000)
  query.mockClear()
}

/** A statement as `pg` takes it: its text, or an object with text and perhaps a name. */
function asStatement(given: unknown): string {
  if (typeof given === 'string') return given
  const { name, text } = given as { readonly name?: string; readonly text?: string }
  return name ?? text ?? ''
}
