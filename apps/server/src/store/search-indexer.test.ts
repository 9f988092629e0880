import { randomUUID } from 'node:crypto'
import { startTestParley, type TestParley, until } from '@parley/testkit'
import { sql } from 'kysely'
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

  it('follow a flood when it is over, of every message', async () => {
    const { id: floodedId } = await parley.createChannel('flooded')
    const texts = Array.from({ length: 300 }, (_, index) => `flood ${index}`)
    await Promise.all(
      texts.map((text) =>
        parley.owner.http.command('messages.send', { channelId: floodedId, text, clientMessageId: randomUUID() }),
      ),
    )
    const countFound = async () => {
      const found = rows
        .selectFrom('message_words')
        .where('channel_id', '=', floodedId)
        .where(sql`words`, '@@', sql`'flood'::tsquery`)
      return Number((await found.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
    }
    await until(async () => (await countFound()) === texts.length, 'all have words')
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

  it('that the database refuses are nobody else’s loss: that message is found by nothing, the others are', async () => {
    await sql`create function refuse_words() returns trigger language plpgsql as
      $$ begin if new.words @@ 'poison' then raise exception 'refused'; end if; return new; end $$`.execute(rows)
    await sql`create trigger refuse_words before insert on message_words
      for each row execute function refuse_words()`.execute(rows)
    const sent = await Promise.all(['before it', 'the poison', 'after it'].map(say))
    for (const id of sent) await untilFound(id)
    expect(await Promise.all(sent.map(find))).toEqual([
      expect.stringContaining("'befor'"),
      '',
      expect.stringContaining("'after'"),
    ])
  })
})
