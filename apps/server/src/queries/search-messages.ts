import type { Message, MessageId, QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { inTurns } from '../in-turns'
import { selectReadableMessages } from '../policies/access'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { readText } from '../store/content'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import { findNewestHits, type Hit, RANKED, rankNewestHits } from '../store/search-hits'
import { highlightInSteps } from './search/highlight'
import { holdingPhrasesInSteps } from './search/hold-phrases'
import { parseSearch } from './search/parse-search'
import { type ResolvedSearch, resolveSearch } from './search/resolve-search'

type Input = QueryInput<'messages.search'>

interface Page {
  readonly messages: readonly Message[]
  readonly total?: number
  readonly hasMore: boolean
  readonly next?: MessageId
  readonly rankedNewest?: number
}

/** Messages that hold what a query asks for, in channels that the actor may read. */
export async function searchMessages(
  { store, rateLimits }: Services,
  actor: Actor,
  input: Input,
): Promise<QueryAnswer<'messages.search'>> {
  rateLimits.admit('searches', actor.userId)
  if (input.channelId !== undefined) await requireReadable(store.rows, actor, input.channelId)
  const criteria = parseSearch(input.query)
  if (criteria.length === 0) return { messages: [], highlights: [], total: 0, hasMore: false, unknownNames: [] }
  const search = await resolveSearch(store.rows, actor, store.now(), criteria, input.channelId)
  const read = input.sort === 'newest' ? readNewest : readMostRelevant
  const { messages, ...page } = await read(store.rows, actor, search, input)
  return {
    ...page,
    messages: [...messages],
    highlights: await inTurns(highlightsInSteps(messages, search)),
    unknownNames: search.unknownNames,
  }
}

/** Of a page so much text is marked, in UTF-16 units; beyond it messages are shown as they are. */
const MARKED_LENGTH = 200_000

function* highlightsInSteps(messages: readonly Message[], { words, phrases }: ResolvedSearch) {
  const highlights: QueryAnswer<'messages.search'>['highlights'] = []
  let left = MARKED_LENGTH
  for (const { id, text } of messages) {
    left -= text.length
    const ranges = left < 0 ? [] : yield* highlightInSteps(text, words, phrases)
    highlights.push({ messageId: id, ranges })
    yield
  }
  return highlights
}

/** Words alone are decided by the index; with phrases hits have to be read, few first, then many, up to so many. */
const PHRASE_STEP = 200
const PHRASE_LIMIT = 10_000
/** And no more of their text than this, in UTF-16 units: about a second of computing. */
const PHRASE_LENGTH = 4_000_000
/** A hundred of the longest messages are 12 MB. */
const READ_AT_ONCE = 50

async function readNewest(rows: Database, actor: Actor, search: ResolvedSearch, input: Input): Promise<Page> {
  const hasPhrases = asksForPhrases(search)
  const messages: Message[] = []
  let left = PHRASE_LENGTH
  let place = await findStart(rows, actor, input.before)
  for (let looked = 0; ; ) {
    const step = looked === 0 ? input.limit + 1 : PHRASE_STEP
    const { hits, total } = await findNewestHits(rows, search.hits, place, step)
    const read = await readHits({ rows, actor, search, hits, left })
    messages.push(...read.messages)
    left = read.left
    looked += read.looked
    place = hits[read.looked - 1] ?? place
    const isAtEnd = hits.length < step && read.looked === hits.length
    const isAtBound = !hasPhrases || left <= 0 || looked >= PHRASE_LIMIT
    if (messages.length > input.limit || isAtEnd || isAtBound) {
      return {
        ...pageOf(messages, isAtEnd ? null : place, input.limit),
        ...(total !== null && !hasPhrases && { total }),
      }
    }
  }
}

/** `place`: where looking on begins, where not all was looked at. It is no use before messages that are left over. */
function pageOf(messages: readonly Message[], place: Hit | null, limit: number): Page {
  const shown = messages.slice(0, limit)
  const next = messages.length > limit ? shown.at(-1)?.id : (place?.id as MessageId | undefined)
  return { messages: shown, hasMore: next !== undefined, ...(next && { next }) }
}

async function readMostRelevant(rows: Database, actor: Actor, search: ResolvedSearch, input: Input): Promise<Page> {
  const hasPhrases = asksForPhrases(search)
  const { hits, looked } = await rankNewestHits(rows, search.hits, hasPhrases ? RANKED / 10 : input.limit)
  const read = await readHits({ rows, actor, search, hits, left: PHRASE_LENGTH })
  const messages = read.messages.slice(0, input.limit)
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

const asksForPhrases = ({ phrases, unwantedPhrases }: ResolvedSearch): boolean =>
  phrases.length + unwantedPhrases.length > 0

interface Reading {
  readonly rows: Database
  readonly actor: Actor
  readonly search: ResolvedSearch
  readonly hits: readonly Hit[]
  /** How much text may be looked through for phrases, in UTF-16 units. */
  readonly left: number
}

/**
 * Hits as messages, in their order, how many of the hits were looked at, and how much more text may be looked through;
 * what was deleted or withdrawn from the actor in this very moment is left out.
 */
async function readHits({ rows, actor, search, hits, left }: Reading) {
  const messages: Message[] = []
  let rest = left
  let at = 0
  for (; at < hits.length && rest > 0; at += READ_AT_ONCE) {
    const ids = hits.slice(at, at + READ_AT_ONCE).map(({ id }) => id)
    const found = await selectReadableMessages(rows, actor).where('messages.id', 'in', ids).execute()
    const held = asksForPhrases(search) ? await inTurns(holdingPhrasesInSteps(found, readText, search)) : found
    if (asksForPhrases(search)) rest -= found.reduce((length, row) => length + row.text.length, 0)
    const known = new Map((await asMessages(rows, held)).map((message) => [message.id as string, message]))
    messages.push(...ids.flatMap((id) => known.get(id) ?? []))
  }
  return { messages, looked: Math.min(at, hits.length), left: rest }
}
