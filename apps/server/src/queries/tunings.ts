import { type TuningReport, USUAL_LEXICAL_WEIGHT } from '@parley/knowledge'
import type { CollectionId, QueryAnswer, QueryInput, TuningFigures } from '@parley/protocol'
import type { Actor } from '../actor'
import { findChangeableCollection } from '../commands/knowledge/find-collection'
import { ownCollectionIds } from '../policies/collection-policy'
import { requireCurator } from '../policies/curation-policy'
import type { Services } from '../services'
import { readTunings, readWeights } from '../store/collection-weights'
import { readJudgedLog } from './judged-log'
import { readCollections } from './read-collections'

/** Of the collections that the actor looks after. */
export async function listTunings({ store }: Services, actor: Actor): Promise<QueryAnswer<'answers.tunings'>> {
  await requireCurator(store.rows, actor)
  const own = await readCollections(store.rows, await ownCollectionIds(store.rows, actor))
  const tunings = await readTunings(
    store.rows,
    own.map(({ id }) => id),
  )
  return {
    collections: own.map(({ id, name }) => {
      const learnt = tunings.find(({ collection_id }) => collection_id === id)
      return {
        ...{ collectionId: id as CollectionId, name, weight: learnt?.lexical_weight ?? USUAL_LEXICAL_WEIGHT },
        learnt: learnt ? { figures: learnt.figures, at: learnt.tuned_at.toISOString() } : null,
      }
    }),
  }
}

/** What would become of the log with the weight that ranks best. */
export async function replayAnswers(
  services: Services,
  actor: Actor,
  { collectionId }: QueryInput<'answers.replay'>,
): Promise<QueryAnswer<'answers.replay'>> {
  const report = await replayLog(services, actor, collectionId)
  return { figures: figuresOf(report), replayed: report.replayed, changed: [...report.changed] }
}

/** @throws ParleyError where the actor does not look after the collection, or asks too often. */
export async function replayLog(services: Services, actor: Actor, collectionId: string): Promise<TuningReport> {
  const { rows } = services.store
  const { id } = await findChangeableCollection(rows, actor, collectionId)
  await requireCurator(rows, actor)
  services.rateLimits.admit('asks', actor.userId)
  const asked = await readJudgedLog(services, actor, id)
  const { [id]: weight = USUAL_LEXICAL_WEIGHT } = await readWeights(rows, [id])
  return services.library.tune({ collectionId: id, asked, weight })
}

/** Without the words of any question. */
export function figuresOf({ weight, weightBefore, verdict, asked, made, before, after }: TuningReport): TuningFigures {
  return { weight, weightBefore, verdict, asked, made, before, after }
}
