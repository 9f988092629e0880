import { randomUUID } from 'node:crypto'
import { createTestDatabase } from '@parley/testkit'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, createPool, type Database } from './database'
import { findNewestHits, type Hit, type HitQuery, RANKED, rankNewestHits } from './search-hits'
import { channelWord } from './search-words'

/** More than are read from the newest on before the index is asked, and more than are ranked. */
const MESSAGES = 12_000
const workspaceId = randomUUID()
const [open, closed] = [randomUUID(), randomUUID()]

let drop: () => Promise<void>
let pool: Pool
let rows: Database

beforeAll(async () => {
  const database = await createTestDatabase()
  drop = () => database.drop()
  pool = createPool({ connectionString: database.url }, () => undefined)
  rows = createDatabase(pool)
  // Three messages share each instant, and the order of writing is not that of time, as after an import.
  await sql`
    insert into message_words (message_id, workspace_id, channel_id, at, words)
    select gen_random_uuid(), ${workspaceId}::uuid, case when n % 100 = 7 then ${closed}::uuid else ${open}::uuid end,
      timestamptz '2026-01-01' + (n / 3) * interval '1 second',
      (case when n % 100 = 7 then ${`'${channelWord(closed)}'`} else ${`'${channelWord(open)}'`} end
        || ' everywhere:1'
        || case when n % 50 = 0 then ' often:2' else '' end
        || case when n % 3000 = 1 then ' rare:2' else '' end
        || case when n < 5000 then ' formerly:2,3,4' else '' end)::tsvector
    from generate_series(0, ${MESSAGES - 1}) n order by n % 7, n`.execute(rows)
})
afterAll(async () => {
  await pool.end()
  await drop()
})

const ask = (changes: Partial<HitQuery>): HitQuery => ({
  workspaceId,
  channelIds: [open, closed],
  words: [],
  anyOf: [],
  without: [],
  conditions: [],
  isNarrow: false,
  from: null,
  until: null,
  ...changes,
})

async function readAll(query: HitQuery, limit: number): Promise<Hit[]> {
  const all: Hit[] = []
  for (let page: readonly Hit[] = []; ; ) {
    page = (await findNewestHits(rows, query, all.at(-1) ?? null, limit)).hits
    all.push(...page)
    if (page.length < limit) return all
  }
}

const isNewestFirst = (hits: readonly Hit[]) =>
  hits.every((hit, index) => index === 0 || hit.at <= (hits[index - 1]?.at ?? hit.at))

describe('hits', () => {
  it.each([
    ['everywhere', MESSAGES, 2_000],
    ['often', MESSAGES / 50, 21],
    ['rare', MESSAGES / 3_000, 21],
    ['formerly', 5_000, 500],
    ['never', 0, 21],
  ])('of %s are all found, once each and newest first, over all pages', async (word, count, limit) => {
    const hits = await readAll(ask({ words: [word] }), limit)
    expect(hits).toHaveLength(count)
    expect(new Set(hits.map(({ id }) => id)).size).toBe(count)
    expect(isNewestFirst(hits)).toBe(true)
  })

  it('are counted where the index has listed them all', async () => {
    expect((await findNewestHits(rows, ask({ words: ['rare'] }), null, 2)).total).toBe(4)
    expect((await findNewestHits(rows, ask({ words: ['never'] }), null, 2)).total).toBe(0)
    expect((await findNewestHits(rows, ask({ words: ['everywhere'] }), null, 2)).total).toBeNull()
  })

  it('are those of the given channels alone, however many others match', async () => {
    expect(await readAll(ask({ words: ['everywhere'], channelIds: [closed] }), 50)).toHaveLength(MESSAGES / 100)
    expect(await readAll(ask({ words: ['everywhere'], channelIds: [] }), 50)).toEqual([])
    const many = Array.from({ length: 200 }, () => randomUUID())
    expect(await readAll(ask({ words: ['everywhere'], channelIds: [closed, ...many] }), 50)).toHaveLength(
      MESSAGES / 100,
    )
  })

  it('of another workspace are none of ours', async () => {
    expect(await readAll(ask({ workspaceId: randomUUID(), words: ['everywhere'] }), 50)).toEqual([])
  })

  it('are found without words, by period and by what must not stand there', async () => {
    const from = new Date('2026-01-01T01:00:00Z')
    const inPeriod = ask({ from, until: new Date(from.getTime() + 10_000) })
    expect(await readAll(inPeriod, 7)).toHaveLength(30)
    const without = ask({ words: ['everywhere'], without: [['formerly'], ['often', 'everywhere']] })
    expect(await readAll(without, 3_000)).toHaveLength(7_000 - 140)
  })
})

describe('by relevance', () => {
  it('the best of all come first, where there are few', async () => {
    const { hits, looked } = await rankNewestHits(rows, ask({ words: ['rare'] }), 2)
    expect(hits).toHaveLength(2)
    expect(looked).toBe(4)
  })

  it('the newest ten thousand are looked at, and it is said', async () => {
    const { hits, looked } = await rankNewestHits(rows, ask({ words: ['everywhere'] }), 3)
    expect(looked).toBe(RANKED)
    expect(isNewestFirst(hits)).toBe(true)
  })
})
