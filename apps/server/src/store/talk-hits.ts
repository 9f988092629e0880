import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database'
import { authorWord, quoteWord } from './search-words'

/** A word in all its forms: of one form all terms have to stand in a message. */
export type WordForms = readonly (readonly string[])[]

/** Where messages are looked for. */
export interface TalkPlace {
  readonly workspaceId: string
  /** Nothing outside of these is found, nor counted. */
  readonly channelIds: readonly string[]
  readonly from: Date | null
  readonly until: Date | null
}

export interface TalkSearch extends TalkPlace {
  readonly words: readonly { readonly forms: WordForms; readonly weight: number; readonly isRare: boolean }[]
  /** Empty: whoever said it. */
  readonly authorIds: readonly string[]
}

/** How common words are, the newest messages tell; those of other channels are passed over. */
const SAMPLE = 4_000
/** So many messages are weighed, newest first. */
const WEIGHED = 5_000

/** In which share of the newest messages of these channels each word stands. */
export async function sampleShares(rows: Database, place: TalkPlace, words: readonly WordForms[]): Promise<number[]> {
  if (words.length === 0 || place.channelIds.length === 0) return words.map(() => 0)
  const counts = words.map(
    (forms, at) => sql`count(*) filter (where words @@ ${wordText(forms)}::tsquery)::int as ${sql.id(`w${at}`)}`,
  )
  const found = await sql<Record<string, number>>`
    select count(*)::int as total, ${sql.join(counts)}
    from (
      select channel_id, words from message_words where workspace_id = ${place.workspaceId}::uuid
      order by at desc, message_id desc limit ${SAMPLE}
    ) newest
    where channel_id = any(${[...place.channelIds]}::uuid[])`.execute(rows)
  const row = found.rows[0] ?? {}
  return words.map((_, at) => (row[`w${at}`] ?? 0) / Math.max(1, row.total ?? 0))
}

/**
 * Messages that hold most of what is asked about, by weight. Rare words lead, and common ones only rank: the index would
 * list hundreds of thousands. Without words, the newest of the authors.
 */
export async function findTalkHits(rows: Database, search: TalkSearch, limit: number): Promise<string[]> {
  if (search.channelIds.length === 0) return []
  const lead = leadOf(search)
  if (lead === '') return []
  const scores = search.words.map(
    ({ forms, weight }) => sql`case when words @@ ${wordText(forms)}::tsquery then ${weight}::float8 else 0 end`,
  )
  const found = await sql<{ id: string }>`
    select message_id as id from (
      select w.message_id, w.at, w.words from message_words w
      where ${sql.join([...periodOf(search), sql`w.words @@ ${lead}::tsquery`], sql` and `)}
      order by w.at desc, w.message_id desc limit ${WEIGHED}
    ) newest
    order by ${scores.length > 0 ? sql.join(scores, sql` + `) : sql`0::float8`} desc, at desc, message_id desc
    limit ${limit}`.execute(rows)
  return found.rows.map(({ id }) => id)
}

function periodOf({ workspaceId, channelIds, from, until }: TalkPlace): RawBuilder<unknown>[] {
  return [
    sql`w.workspace_id = ${workspaceId}::uuid`,
    sql`w.channel_id = any(${[...channelIds]}::uuid[])`,
    ...(from ? [sql`w.at >= ${from}`] : []),
    ...(until ? [sql`w.at < ${until}`] : []),
  ]
}

/** What the index begins with, as `tsquery` is written. */
function leadOf({ words, authorIds }: TalkSearch): string {
  const rare = words.filter(({ isRare }) => isRare)
  const leading = (rare.length > 0 ? rare : words).map(({ forms }) => wordText(forms))
  const groups = [leading, authorIds.map((id) => quoteWord(authorWord(id)))].filter((group) => group.length > 0)
  return groups.map((group) => `(${group.join('|')})`).join(' & ')
}

const wordText = (forms: WordForms): string =>
  `(${forms.map((terms) => `(${terms.map(quoteWord).join('&')})`).join('|')})`
