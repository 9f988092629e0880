import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database'
import { channelWord, quoteWord } from './search-words'

/** A message that was found, and its place in time. */
export interface Hit {
  readonly id: string
  readonly at: Date
}

export interface HitQuery {
  readonly workspaceId: string
  /** Nothing outside of these is found. */
  readonly channelIds: readonly string[]
  /** Must all stand in the message. */
  readonly words: readonly string[]
  /** Of each group one must: the authors that a name may mean, say. */
  readonly anyOf: readonly (readonly string[])[]
  /** Must not all stand in it: one list for each thing that is unwanted. */
  readonly without: readonly (readonly string[])[]
  /** What words do not say, of the message `w.message_id`. */
  readonly conditions: readonly RawBuilder<boolean>[]
  /** Whether one of the conditions holds for few messages, and an index knows which. */
  readonly isNarrow: boolean
  /** From this instant on. */
  readonly from: Date | null
  /** Before this instant. */
  readonly until: Date | null
}

export interface HitPage {
  readonly hits: readonly Hit[]
  /** How many there are in all, where all of them were looked at. */
  readonly total: number | null
}

/** How common a word is, the newest messages tell. */
const SAMPLE = 1_000
/** Fewer hits than that among them say nothing. */
const MIN_SAMPLE_HITS = 4
/** Further than that, the index is quicker. */
const MAX_WALK = 10_000
/** For words that are rarer further back. */
const MARGIN = 1.5
/** So many channels are looked up in the index together with the words; more are sorted out of what it finds. */
const MAX_CHANNEL_WORDS = 50
/** What is sorted by relevance. */
export const RANKED = 10_000

/**
 * The newest hits before `before`. A common word has enough of them among the newest messages, and the index would list
 * hundreds of thousands; a rare one has not, and the index has the whole list at once.
 */
export async function findNewestHits(
  rows: Database,
  query: HitQuery,
  before: Hit | null,
  limit: number,
): Promise<HitPage> {
  if (query.channelIds.length === 0) return { hits: [], total: 0 }
  const newest = await walk(rows, query, before, limit, SAMPLE)
  if (newest.length >= limit) return { hits: newest, total: null }
  const enough = ((SAMPLE * limit) / newest.length) * MARGIN
  if (newest.length >= MIN_SAMPLE_HITS && enough <= MAX_WALK) {
    const nearby = await walk(rows, query, before, limit, Math.ceil(enough))
    if (nearby.length >= limit) return { hits: nearby, total: null }
  }
  return hasLead(query) ? lookUp(rows, query, before, limit) : walkOn(rows, query, before, limit)
}

/** The best of the newest 10,000 hits: words often and near each other, in short messages. */
export async function rankNewestHits(rows: Database, query: HitQuery, limit: number) {
  if (query.channelIds.length === 0) return { hits: [], looked: 0 }
  const ranked = await sql<Hit & { looked: number }>`
    select newest.message_id as id, newest.at, count(*) over () as looked
    from (
      select w.message_id, w.at, w.words from message_words w where ${conditionsOf(query, null, isFewChannels(query))}
      order by w.at desc, w.message_id desc limit ${RANKED}
    ) newest
    order by ts_rank(newest.words, ${textOf(query.words)}::tsquery, 1) desc, newest.at desc, newest.message_id desc
    limit ${limit}`.execute(rows)
  return { hits: ranked.rows, looked: ranked.rows[0]?.looked ?? 0 }
}

async function walk(rows: Database, query: HitQuery, before: Hit | null, limit: number, depth: number): Promise<Hit[]> {
  const found = await sql<Hit>`
    select w.message_id as id, w.at
    from (
      select * from message_words where ${sql.join(periodOf(query, before, sql`message_words`), AND)}
      order by at desc, message_id desc limit ${depth}
    ) w
    where ${conditionsOf(query, null, false)}
    order by w.at desc, w.message_id desc limit ${limit}`.execute(rows)
  return found.rows
}

async function lookUp(rows: Database, query: HitQuery, before: Hit | null, limit: number): Promise<HitPage> {
  const found = await sql<Hit & { total: number }>`
    with hits as materialized (
      select w.message_id, w.at from message_words w where ${conditionsOf(query, before, isFewChannels(query))}
    )
    select message_id as id, at, (select count(*) from hits) as total
    from hits order by at desc, message_id desc limit ${limit}`.execute(rows)
  const total = before === null ? (found.rows[0]?.total ?? 0) : null
  return { hits: found.rows, total }
}

/** Nothing that an index could begin with: the newest messages, as far back as it takes. */
async function walkOn(rows: Database, query: HitQuery, before: Hit | null, limit: number): Promise<HitPage> {
  const found = await sql<Hit>`
    select w.message_id as id, w.at from message_words w where ${conditionsOf(query, before, false)}
    order by w.at desc, w.message_id desc limit ${limit}`.execute(rows)
  return { hits: found.rows, total: null }
}

const isFewChannels = ({ channelIds }: HitQuery): boolean => channelIds.length <= MAX_CHANNEL_WORDS

/** Whether an index can begin with something. */
const hasLead = ({ words, anyOf, isNarrow }: HitQuery): boolean => words.length > 0 || anyOf.length > 0 || isNarrow

const AND = sql` and `

function conditionsOf(query: HitQuery, before: Hit | null, isByChannelWord: boolean): RawBuilder<unknown> {
  const groups = isByChannelWord ? [...query.anyOf, query.channelIds.map(channelWord)] : query.anyOf
  const words = textOf(query.words, groups, query.without)
  return sql.join(
    [
      ...periodOf(query, before, sql`w`),
      sql`w.channel_id = any(${[...query.channelIds]}::uuid[])`,
      ...(words === '' ? [sql`w.words <> ''`] : [sql`w.words @@ ${words}::tsquery`]),
      ...query.conditions,
    ],
    AND,
  )
}

function periodOf(query: HitQuery, before: Hit | null, table: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    sql`${table}.workspace_id = ${query.workspaceId}::uuid`,
    ...(query.from ? [sql`${table}.at >= ${query.from}`] : []),
    ...(query.until ? [sql`${table}.at < ${query.until}`] : []),
    ...(before ? [sql`(${table}.at, ${table}.message_id) < (${before.at}, ${before.id}::uuid)`] : []),
  ]
}

/** As `tsquery` is written; empty when nothing is asked for. */
function textOf(
  words: readonly string[],
  anyOf: readonly (readonly string[])[] = [],
  without: readonly (readonly string[])[] = [],
): string {
  return [
    ...words.map(quoteWord),
    ...anyOf.map((group) => `(${group.map(quoteWord).join('|')})`),
    ...without.map((group) => `!(${group.map(quoteWord).join('&')})`),
  ].join(' & ')
}
