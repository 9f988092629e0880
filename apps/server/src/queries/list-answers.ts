import type { AnswerTexts, CollectionId, CuratedAnswerId, QueryAnswer, QueryInput } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import { readableCollectionIds } from '../policies/access'
import type { Services } from '../services'
import { asCuratedAnswers, selectAnswers } from './curated-answers'
import { nearestAnswers } from './nearest-answers'
import { readCollections } from './read-collections'

/** A page of the curated answers of what the actor may read, newest first. */
export async function listAnswers(
  { store }: Services,
  actor: Actor,
  { before, limit }: QueryInput<'answers.list'>,
): Promise<QueryAnswer<'answers.list'>> {
  const collectionIds = await readableCollectionIds(store.rows, actor)
  let page = selectAnswers(store.rows, collectionIds)
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (before !== undefined) page = page.where('id', '<', before)
  const found = await page.execute()
  const collections = await readCollections(store.rows, collectionIds)
  const isWritable = ({ ownerId }: { readonly ownerId: string | null }) =>
    ownerId === actor.userId || isAdministrator(actor)
  return {
    answers: await asCuratedAnswers(store.rows, found.slice(0, limit), collectionIds),
    hasMore: found.length > limit,
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
  const near = (await nearestAnswers(reader, question, collectionIds)).slice(0, MOST_MATCHES)
  const texts = await readTexts(
    selectAnswers(store.rows, collectionIds),
    near.map(({ known }) => known.answerId),
  )
  return {
    matches: near.flatMap(({ known, likeness, isSame }) => {
      const found = texts.get(known.answerId)
      const answerId = known.answerId as CuratedAnswerId
      return found ? [{ answerId, phrasing: known.text, texts: found, likeness, isSame }] : []
    }),
  }
}

async function readTexts(answers: ReturnType<typeof selectAnswers>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, AnswerTexts>()
  const found = await answers.select(['id', 'text_zh', 'text_en']).where('id', 'in', ids).execute()
  return new Map<string, AnswerTexts>(found.map(({ id, text_zh, text_en }) => [id, { zh: text_zh, en: text_en }]))
}
