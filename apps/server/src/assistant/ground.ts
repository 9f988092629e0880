import type { Reply, TurnCapabilities } from '@parley/dialogue'
import type { Encoder } from '@parley/inference'
import type { SaidSentence } from '@parley/protocol'
import type { Library } from '../library/library'
import { collectionIdsReadableInChannel, readableCollectionIds } from '../policies/access'
import { stillSaid } from '../queries/ask-talk/still-said'
import { otherNamesFor } from '../queries/graph/other-names-in'
import type { CurationReader } from '../queries/nearest-answers'
import type { Store } from '../store/store'
import { answerByAnyName, talkByAnyName } from './by-other-names'
import type { Said } from './converse'
import type { Directory } from './directory'
import { findConfirmed } from './find-confirmed'
import { findInGraph } from './find-in-graph'
import { findReceiver } from './find-receiver'
import { hearersOf } from './hearers-of'
import { sketchQuestions } from './sketch-questions'

export interface GroundOptions {
  readonly store: Store
  readonly directory: Directory
  readonly library: Library
  readonly encoder: Encoder | null
}

/** What a reply may rest on where something is said: whoever hears it there decides. */
export interface Ground {
  readonly collectionIds: readonly string[]
  readonly capabilities: TurnCapabilities
  readGround(reply: Reply): Promise<readonly SaidSentence[] | null>
}

export async function groundFor(options: GroundOptions, said: Said): Promise<Ground> {
  const collectionIds = await collectionIdsFor(options, said)
  return {
    collectionIds,
    capabilities: capabilitiesFor(options, said, collectionIds),
    readGround: (reply) => readGround(options, said, reply, collectionIds),
  }
}

function capabilitiesFor(options: GroundOptions, said: Said, collectionIds: readonly string[]): TurnCapabilities {
  const { store, library } = options
  const { actor } = said
  const hearers = hearersOf(said)
  const otherNames = otherNamesFor(store.rows, hearers, store.now())
  return {
    findConfirmed: (question, language) =>
      findConfirmed(curationReader(options), question, { language, collectionIds }),
    answer: (query, language) =>
      answerByAnyName(otherNames, query, (question) =>
        library.answer({ question, language, collectionIds }, actor.timeZone),
      ),
    askTalk: (question) => talkByAnyName(options, actor, hearers, otherNames, question),
    askGraph: (question) => findInGraph(options, actor, hearers, question),
    findReceiver: () => findReceiver(store, actor),
  }
}

/** In a channel an answer is heard by everybody there: it rests only on what all of them may read. */
function collectionIdsFor({ store: { rows } }: GroundOptions, said: Said): Promise<string[]> {
  const { channelId } = hearersOf(said)
  return channelId === null
    ? readableCollectionIds(rows, said.actor)
    : collectionIdsReadableInChannel(rows, said.actor.workspaceId, channelId)
}

/**
 * The last check of permission, hit by hit, after the one inside the search: what was cited before counts too, and so
 * do messages. Deleted, edited or closed to a hearer since they were found, they are not quoted: then it is null.
 */
async function readGround(
  { store, library }: GroundOptions,
  said: Said,
  { citations, said: quotes = [] }: Reply,
  collectionIds: readonly string[],
): Promise<readonly SaidSentence[] | null> {
  const cited = citations.map(({ documentId }) => documentId)
  if (!(await library.areReadable(cited, collectionIds))) return null
  const still = await stillSaid(store.rows, hearersOf(said), quotes)
  return still.length === quotes.length ? still : null
}

/** What questions are compared with, and noted in. */
export const curationReader = ({ store, encoder }: Pick<GroundOptions, 'store' | 'encoder'>): CurationReader => ({
  ...{ rows: store.rows, now: store.now() },
  sketchQuestions: (texts) => sketchQuestions(encoder, texts),
})
