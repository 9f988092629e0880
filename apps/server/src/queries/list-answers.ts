import type { CollectionId, CuratedAnswerId, QueryAnswer, QueryInput } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import { readableCollectionIds } from '../policies/access'
import type { Services } from '../services'
import { asCuratedAnswers, selectAnswers } from './curated-answers'
import { nearestAnswers } from './nearest-answers'
import { readCollections } from './read-collections'

/** The curated answers of what the actor may read, newest first. */
export async function listAnswers({ store }: Services, actor: Actor): Promise<QueryAnswer<'answers.list'>> {
  const collectionIds = await readableCollectionIds(store.rows, actor)
  const found = await selectAnswers(store.rows, collectionIds).selectAll().orderBy('id', 'desc').execute()
  const collections = await readCollections(store.rows, collectionIds)
  const isWritable = ({ ownerId }: { readonly ownerId: string | null }) =>
    ownerId === actor.userId || isAdministrator(actor)
  return {
    answers: await asCuratedAnswers(store.rows, found, collectionIds),
    writableCollectionIds: collections.filter(isWritable).map(({ id }) => id as CollectionId),
  }
}

const MOST_MATCHES = 5

/** Which of them come nearest to a question. */
export async function tryAnswers(
  { store, assistant, rateLimits }: Services,
  actor: Actor,
  { question }: QueryInput<'answers.try'>,
): Promise<QueryAnswer<'answers.try'>> {
  rateLimits.admit('asks', actor.userId)
  const collectionIds = await readableCollectionIds(store.rows, actor)
  const reader = { rows: store.rows, now: store.now(), sketchQuestions: assistant.sketchQuestions }
  const near = await nearestAnswers(reader, question, collectionIds)
  return {
    matches: near.slice(0, MOST_MATCHES).map(({ known, likeness, isSame }) => ({
      answerId: known.answerId as CuratedAnswerId,
      phrasing: known.text,
      likeness,
      isSame,
    })),
  }
}
