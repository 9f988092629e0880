import { randomUUID } from 'node:crypto'
import type { Event } from '@parley/protocol'
import { startTestParley, type TestParley } from '@parley/testkit'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageDraft } from './commit-messages'
import { createPool } from './database'
import { createMessageWriter, type MessageWriter } from './write-batch'

let parley: TestParley
let pool: Pool
let draft: Omit<MessageDraft, 'clientMessageId' | 'text'>

beforeAll(async () => {
  parley = await startTestParley()
  pool = createPool({ connectionString: parley.databaseUrl }, () => undefined)
  const { workspace } = await parley.owner.http.query('state', {})
  const channel = await parley.createChannel('batches')
  draft = {
    workspaceId: workspace.id,
    channelId: channel.id,
    authorId: parley.owner.user.id,
    threadId: null,
    card: null,
  }
})
afterAll(async () => {
  await pool.end()
  await parley[Symbol.asyncDispose]()
})

interface Watched {
  readonly writer: MessageWriter
  readonly published: Event[]
  readonly statements: () => number
}

/** A writer that counts its statements, with a way to break them. */
function watchedWriter(breakStatement: (statement: number) => Promise<void> | void = () => undefined): Watched {
  const published: Event[] = []
  let statements = 0
  const counting = Object.create(pool) as Pool
  Object.assign(counting, {
    query: async (query: Parameters<Pool['query']>[0]) => {
      statements += 1
      await breakStatement(statements)
      return pool.query(query as never)
    },
  })
  const writer = createMessageWriter({
    pool: counting,
    publish: (events) => published.push(...events),
    now: () => new Date(),
    onUncertainCommit: () => undefined,
  })
  return { writer, published, statements: () => statements }
}

const say = (writer: MessageWriter, text: string, changes: Partial<MessageDraft> = {}) =>
  writer.store({ ...draft, clientMessageId: randomUUID(), text, ...changes })

describe('group commit', () => {
  test('writes what arrives together in one statement', async () => {
    const { writer, statements, published } = watchedWriter()
    const sent = await Promise.all(Array.from({ length: 100 }, (_, index) => say(writer, `${index}`)))
    expect(statements()).toBe(1)
    expect(published.map((event) => event.seq)).toEqual(sent.map((message) => message.seq))
  })

  test('keeps the time that a message from elsewhere brings, whatever is sent beside it', async () => {
    const { writer } = watchedWriter()
    const given = [undefined, new Date('2026-01-05T08:00:00Z'), undefined, new Date('2026-01-05T09:00:00Z')]
    const before = Date.now()
    const sent = await Promise.all(
      given.map((createdAt, index) => say(writer, `at ${index}`, { ...(createdAt && { createdAt }) })),
    )
    const times = sent.map((message) => new Date(message.createdAt))
    expect([times[1], times[3]]).toEqual([given[1], given[3]])
    for (const time of [times[0], times[2]]) expect(Number(time)).toBeGreaterThanOrEqual(before)
    expect(new Set(sent.map((message) => message.seq)).size).toBe(4)
  })

  test('a poisoned message harms nobody: the others are stored, in order', async () => {
    const { writer, published } = watchedWriter()
    const texts = ['one', 'two \u0000', 'three', 'four']
    const outcomes = await Promise.allSettled(texts.map((text) => say(writer, text)))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.seq] : []))
    expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1, (numbers[0] ?? 0) + 2])
    expect(published).toHaveLength(3)
  })

  test('refusals of some are answered to them alone', async () => {
    const { writer } = watchedWriter()
    const outcomes = await Promise.allSettled([
      say(writer, 'good'),
      say(writer, 'nowhere', { channelId: randomUUID() }),
      say(writer, 'in no thread', { threadId: randomUUID() }),
      say(writer, 'by nobody here', { authorId: parley.assistant.id }),
    ])
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'stored'))
    expect(codes).toEqual(['stored', 'not_found', 'not_found', 'not_a_member'])
  })

  test('a serialisation failure is tried again, and stores once', async () => {
    const { writer, statements, published } = watchedWriter((statement) => {
      if (statement < 3) throw Object.assign(new Error('conflict'), { code: '40001' })
    })
    const message = await say(writer, 'once')
    expect(statements()).toBe(3)
    expect(published.map((event) => event.seq)).toEqual([message.seq])
  })

  test('equal client ids that arrive together become one message', async () => {
    const { writer, published } = watchedWriter()
    const clientMessageId = randomUUID()
    const [first, second] = await Promise.all([1, 2].map(() => say(writer, 'same', { clientMessageId })))
    expect(second).toEqual(first)
    expect(published).toHaveLength(1)
  })
})
