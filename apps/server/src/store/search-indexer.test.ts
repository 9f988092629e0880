import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, createPool, type Database } from './database'
import { SearchIndexer } from './search-indexer'

let parley: TestParley
let pool: Pool
let rows: Database
let channelId: Awaited<ReturnType<TestParley['createChannel']>>['id']

beforeAll(async () => {
  parley = await startTestParley()
  pool = createPool({ connectionString: parley.databaseUrl }, () => undefined)
  rows = createDatabase(pool)
  channelId = (await parley.createChannel('words')).id
})
afterAll(async () => {
  await pool.end()
  await parley[Symbol.asyncDispose]()
})

const say = async (text: string) => {
  const body = { channelId, text, clientMessageId: randomUUID() }
  return (await parley.owner.http.command('messages.send', body)).message.id
}
const find = async (messageId: string) => {
  const row = await rows.selectFrom('message_words').select('words').where('message_id', '=', messageId).execute()
  return row[0]?.words
}
const untilFound = (messageId: string) => until(async () => (await find(messageId)) !== undefined, 'it has words')

describe('the words of a message', () => {
  it('are there within a second of its sending', async () => {
    const sentAt = Date.now()
    const id = await say('请假流程 commitMessages')
    await untilFound(id)
    expect(Date.now() - sentAt).toBeLessThan(1_000)
    expect(await find(id)).toContain("'请假'")
  })

  it('change with it, and go with it, in the same transaction', async () => {
    const id = await say('before')
    await untilFound(id)
    await parley.owner.http.command('messages.edit', { messageId: id, text: 'afterwards' })
    expect(await find(id)).toContain("'afterward'")
    expect(await find(id)).not.toContain("'befor'")
    await parley.owner.http.command('messages.delete', { messageId: id })
    expect(await find(id)).toBe('')
  })

  it('are those of the edit, also when the edit came before them', async () => {
    const id = await say('first')
    await parley.owner.http.command('messages.edit', { messageId: id, text: 'second' })
    expect(await find(id)).toContain("'second'")
    await untilFound(await say('later'))
    expect(await find(id)).toContain("'second'")
  })

  it('are made for messages from before there was search, and not twice for the others', async () => {
    const ids = [await say('old one'), await say('old two')]
    for (const id of ids) await untilFound(id)
    await rows.deleteFrom('message_words').execute()
    await rows.deleteFrom('reader_cursors').where('reader', '=', 'search').execute()
    const errors: unknown[] = []
    const indexer = new SearchIndexer({ rows, onError: (error) => errors.push(error), gatherMs: 0 })
    indexer.sweep()
    for (const id of ids) await untilFound(id)
    await indexer.stop()
    expect(errors).toEqual([])
    await until(async () => {
      const behind = await rows
        .selectFrom('streams')
        .leftJoin('reader_cursors', (join) => join.onRef('stream_id', '=', 'streams.id').on('reader', '=', 'search'))
        .select('streams.id')
        .where('streams.id', '=', channelId)
        .whereRef('reader_cursors.seq', '=', 'streams.last_seq')
        .execute()
      return behind.length === 1
    }, 'the channel has been read through')
  })
})
