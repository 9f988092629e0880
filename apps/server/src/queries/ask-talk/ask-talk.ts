import type { TalkAnswer, TalkPerson, TalkQuestion } from '@parley/knowledge'
import type { SaidSentence } from '@parley/protocol'
import { selectReadableChannels } from '../../policies/access'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { findTalk } from './find-talk'
import { type Hearers, quotableChannelIds } from './hearers'
import { stillSaid } from './still-said'

/** What people wrote that answers a question; every sentence was asked of the database after it was found. */
export interface TalkFinding extends Pick<TalkAnswer, 'kind' | 'experts' | 'confidence'> {
  /** The first is the answer; of an unknown answer the closest. */
  readonly said: readonly SaidSentence[]
}

/** Messages may be deleted and rights may end while an answer is made of them: then it is made again, so often. */
const ATTEMPTS = 3
const NOTHING: TalkFinding = { kind: 'unknown', experts: [], confidence: 0, said: [] }

/** Asks the messages that all of the hearers may read, and nothing else. */
export async function askTalk(
  { store, library }: Pick<Services, 'store' | 'library'>,
  hearers: Hearers,
  question: TalkQuestion,
  people: readonly TalkPerson[],
): Promise<TalkFinding> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const channelIds = await placesOf(store.rows, hearers, question)
    const found = await findTalk(store, hearers, channelIds, question)
    if (found.messages.length === 0) return NOTHING
    const known = question.kind === 'expertise' ? people : []
    const { quotes, ...answer } = await library.askTalk({ question, found, people: known })
    const said = await stillSaid(store.rows, hearers, quotes)
    if (said.length === quotes.length) return { ...answer, said }
  }
  return NOTHING
}

/** Of the channels that may be quoted those that the question names, where it names any. */
async function placesOf(rows: Database, hearers: Hearers, question: TalkQuestion): Promise<string[]> {
  const ids = await quotableChannelIds(rows, hearers)
  const { placeNames, placeIds = [] } = question
  if (placeNames.length + placeIds.length === 0) return ids
  const named = new Set([...placeIds, ...(await channelsNamed(rows, hearers, placeNames))])
  return ids.filter((id) => named.has(id))
}

async function channelsNamed(rows: Database, { actor }: Hearers, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const channels = selectReadableChannels(rows, actor).select('channels.id')
  const named = await channels.where('channels.name', 'in', [...names]).execute()
  return named.map(({ id }) => id)
}
