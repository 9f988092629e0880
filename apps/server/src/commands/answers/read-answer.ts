import { type CuratedAnswer, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import { asCuratedAnswers, selectAnswers } from '../../queries/curated-answers'
import type { Database } from '../../store/database'

/** A curated answer as the actor sees it. */
export async function readAnswer(rows: Database, actor: Actor, id: string): Promise<CuratedAnswer> {
  const collectionIds = await readableCollectionIds(rows, actor)
  const found = await selectAnswers(rows, collectionIds).selectAll().where('id', '=', id).execute()
  const [answer] = await asCuratedAnswers(rows, found, collectionIds)
  if (!answer) throw new ParleyError('not_found', { kind: 'answer', id })
  return answer
}
