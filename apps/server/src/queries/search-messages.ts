import type { Message, QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { selectReadableMessages } from '../policies/access'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { readText } from '../store/content'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import { findNewestHits, type Hit, RANKED, rankNewestHits } from '../store/search-hits'
import { highlight, holdsPhrase } from './search/highlight'
import { parseSearch } from './search/parse-search'
import { type ResolvedSearch, resolveSearch } from './search/resolve-search'

type Input = QueryInput<'messages.search'>

interface Page {
  readonly messages: readonly Message[]
  readonly total?: number
  readonly hasMore: boolean
  readonly rankedNewest?: number
}

/** Messages that hold what a query asks for, in channels that the actor may read. */
export async function searchMessages(
  { store }: Services,
  actor: Actor,
  input: Input,
): Promise<QueryAnswer<'messages.search'>> {
  if (input.channelId !== undefined) await requireReadable(store.rows, actor, input.channelId)
  const criteria = parseSearch(input.query)
  if (criteria.length === 0) return { messages: [], highlights: [], total: 0, hasMore: false, unknownNames: [] }
  const search = await resolveSearch(store.rows, actor, store.now(), criteria, input.channelId)
  const read = input.sort === 'newest' ? readNewest : readMostRelevant
  const { messages, ...page } = await read(store.rows, actor, search, input)
  return {
    ...page,
    messages: [...messages],
    highlights: messages.map(({ id, text }) => ({
      messageId: id,
      ranges: highlight(text, search.words, search.phrases),
    })),
    unknownNames: search.unknownNames,
  }
}

/** Words alone are decided by the index; with phrases hits have to be read, few first, then many, up to so many. */
const PHRASE_STEP = 200
const PHRASE_LIMIT = 10_000

async function readNewest(rows: Database, actor: Actor, search: ResolvedSearch, input: Input): Promise<Page> {
  const wanted = input.limit + 1
  const hasPhrases = search.phrases.length + search.unwantedPhrases.length > 0
  const messages: Message[] = []
  let before = await findStart(rows, actor, input.before)
  let step = wanted
  for (let looked = 0; looked < PHRASE_LIMIT; looked += step) {
    step = looked === 0 ? wanted : PHRASE_STEP
    const { hits, total } = await findNewestHits(rows, search.hits, before, step)
    messages.push(...(await readHits(rows, actor, search, hits)))
    before = hits.at(-1) ?? null
    const isAtEnd = hits.length < step
    if (!hasPhrases) return pageOf(messages, !isAtEnd, input.limit, total)
    if (isAtEnd || messages.length >= wanted) return pageOf(messages, !isAtEnd, input.limit, null)
  }
  return pageOf(messages, true, input.limit, null)
}

function pageOf(messages: readonly Message[], hasMoreHits: boolean, limit: number, total: number | null): Page {
  const hasMore = messages.length > limit || hasMoreHits
  return { messages: messages.slice(0, limit), hasMore, ...(total !== null && { total }) }
}

async function readMostRelevant(rows: Database, actor: Actor, search: ResolvedSearch, input: Input): Promise<Page> {
  const hasPhrases = search.phrases.length + search.unwantedPhrases.length > 0
  const { hits, looked } = await rankNewestHits(rows, search.hits, hasPhrases ? RANKED / 10 : input.limit)
  const messages = (await readHits(rows, actor, search, hits)).slice(0, input.limit)
  const isWhole = looked < RANKED
  return {
    messages,
    hasMore: false,
    ...(isWhole ? !hasPhrases && { total: looked } : { rankedNewest: RANKED }),
  }
}

/** Where the page before ended. A message that was deleted since still has its place. */
async function findStart(rows: Database, actor: Actor, before: string | undefined): Promise<Hit | null> {
  if (before === undefined) return null
  const row = await rows
    .selectFrom('messages')
    .select(['id', 'created_at as at'])
    .where('id', '=', before)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  return row ?? null
}

/** Hits as messages, in their order; what was deleted or withdrawn from the actor in this very moment is left out. */
async function readHits(
  rows: Database,
  actor: Actor,
  search: ResolvedSearch,
  hits: readonly Hit[],
): Promise<Message[]> {
  if (hits.length === 0) return []
  const ids = hits.map(({ id }) => id)
  const found = await selectReadableMessages(rows, actor).where('messages.id', 'in', ids).execute()
  const held = found.filter((row) => holdsPhrases(readText(row), search))
  const messages = new Map((await asMessages(rows, held)).map((message) => [message.id as string, message]))
  return ids.flatMap((id) => messages.get(id) ?? [])
}

function holdsPhrases(text: string, { phrases, unwantedPhrases }: ResolvedSearch): boolean {
  return (
    phrases.every((phrase) => holdsPhrase(text, phrase)) && !unwantedPhrases.some((phrase) => holdsPhrase(text, phrase))
  )
}
