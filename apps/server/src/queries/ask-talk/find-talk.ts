import { type FoundTalk, inContext, type PlacedMessage, rarityOf, type TalkQuestion } from '@parley/knowledge'
import { asMessageTerm, messageQueryTerms } from '@parley/text'
import type { Database } from '../../store/database'
import type { Store } from '../../store/store'
import { readAround, type TalkRow } from '../../store/talk-around'
import { findTalkHits, sampleShares, type TalkPlace, type TalkSearch, type WordForms } from '../../store/talk-hits'
import { graphViewer } from '../graph/graph-viewer'
import type { Hearers } from './hearers'
import { knownByGraph } from './known-by-graph'
import { ownedTasks } from './owned-tasks'

/** What stands in more of the messages than that leads to too many of them. */
const RARE_SHARE = 0.05
const HITS = { decision: 80, commitment: 80, fact: 80, expertise: 160 } as const
const HITS_OF_SPEAKERS = 60
/** Hits whose surroundings are read. */
const SURROUNDED = 30

/** The messages of these channels that may have to do with a question, with what was said around them: some hundred. */
export async function findTalk(
  { rows, now }: Pick<Store, 'rows' | 'now'>,
  hearers: Hearers,
  channelIds: readonly string[],
  question: TalkQuestion,
): Promise<FoundTalk> {
  const { workspaceId } = hearers.actor
  const words = question.words.map(indexedForms)
  const place: TalkPlace = { workspaceId, channelIds, ...boundsOf(question) }
  const shares = await sampleShares(rows, place, words)
  const weighed = words
    .map((forms, at) => ({ forms, weight: rarityOf(shares[at]!), isRare: shares[at]! <= RARE_SHARE }))
    .filter(({ forms }) => forms.length > 0)
  const hits = await hitsOf(rows, { ...place, words: weighed, authorIds: [] }, question)
  const messages = inContext((await readAround(rows, hits, SURROUNDED)).map(asPlaced))
  const tasks = question.kind === 'expertise' ? await ownedMatters(rows, messages, hearers, now()) : []
  return { messages, shares, tasks }
}

/** What people have to do with: their tasks, and what is said of them. */
const ownedMatters = async (rows: Database, messages: FoundTalk['messages'], hearers: Hearers, now: Date) => [
  ...(await ownedTasks(rows, messages)),
  ...(await knownByGraph(rows, messages, await graphViewer(rows, hearers), now)),
]

/** Whoever is asked about may have answered without the question's words: all that holds them is found, and their own first. */
async function hitsOf(rows: Database, search: TalkSearch, { kind, speakerIds }: TalkQuestion): Promise<string[]> {
  const own =
    speakerIds.length > 0 ? await findTalkHits(rows, { ...search, authorIds: speakerIds }, HITS_OF_SPEAKERS) : []
  const all = search.words.length > 0 ? await findTalkHits(rows, search, HITS[kind]) : []
  return [...new Set(own.length > 0 ? alternate(own, all) : all)]
}

function alternate(one: readonly string[], other: readonly string[]): string[] {
  const length = Math.max(one.length, other.length)
  return Array.from({ length }, (_, at) => [one[at], other[at]]).flatMap((pair) =>
    pair.filter((id) => id !== undefined),
  )
}

const boundsOf = ({ period }: TalkQuestion) => ({
  from: period?.from == null ? null : new Date(period.from),
  until: period?.until == null ? null : new Date(period.until),
})

/** As messages are indexed, whose words are cut a little otherwise than those of documents. */
const indexedForms = ({ text, forms }: TalkQuestion['words'][number]): WordForms =>
  [messageQueryTerms(text), ...forms.slice(1).map((terms) => terms.map(asMessageTerm))].filter(
    ({ length }) => length > 0,
  )

const asPlaced = ({ id, channel_id, thread_id, author_id, text, created_at }: TalkRow): PlacedMessage => ({
  ...{ id, channelId: channel_id, threadId: thread_id, speakerId: author_id, text },
  at: created_at.getTime(),
})
