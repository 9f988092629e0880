import { type TuningReport, USUAL_LEXICAL_WEIGHT } from '@parley/knowledge'
import type {
  CollectionId,
  LogSignals,
  QueryAnswer,
  QueryInput,
  TuningChange,
  TuningFigures,
  UserId,
} from '@parley/protocol'
import type { Actor } from '../actor'
import { findChangeableCollection } from '../commands/knowledge/find-collection'
import { ownCollectionIds } from '../policies/collection-policy'
import { requireCurator } from '../policies/curation-policy'
import type { Services } from '../services'
import { readTuningChanges, readWeights } from '../store/collection-weights'
import { readJudgedLog } from './judged-log'
import { readCollections } from './read-collections'

/** Of the collections that the actor looks after. */
export async function listTunings({ store }: Services, actor: Actor): Promise<QueryAnswer<'answers.tunings'>> {
  await requireCurator(store.rows, actor)
  const own = await readCollections(store.rows, await ownCollectionIds(store.rows, actor))
  const ids = own.map(({ id }) => id)
  const weights = await readWeights(store.rows, ids)
  const changes = await readTuningChanges(store.rows, ids)
  return {
    collections: own.map(({ id, name }) => ({
      ...{ collectionId: id as CollectionId, name, weight: weights[id] ?? USUAL_LEXICAL_WEIGHT },
      changes: changes.filter(({ collection_id }) => collection_id === id).map(asChange),
    })),
  }
}

type ChangeRow = Awaited<ReturnType<typeof readTuningChanges>>[number]

const asChange = ({ figures, tuned_by, tuned_at, undone_by, undone_at }: ChangeRow): TuningChange => ({
  ...{ figures, by: tuned_by as UserId | null, at: tuned_at.toISOString() },
  undone: undone_at && { by: undone_by as UserId | null, at: undone_at.toISOString() },
})

/** What would become of the log with the weight that ranks best. */
export async function replayAnswers(
  services: Services,
  actor: Actor,
  { collectionId }: QueryInput<'answers.replay'>,
): Promise<QueryAnswer<'answers.replay'>> {
  const { report, signals } = await replayLog(services, actor, collectionId)
  return { figures: figuresOf(report), replayed: report.replayed, signals, changed: [...report.changed] }
}

export interface ReplayedLog {
  readonly report: TuningReport
  readonly signals: LogSignals
}

/** @throws ParleyError where the actor does not look after the collection, or asks too often. */
export async function replayLog(services: Services, actor: Actor, collectionId: string): Promise<ReplayedLog> {
  const { rows } = services.store
  const { id } = await findChangeableCollection(rows, actor, collectionId)
  await requireCurator(rows, actor)
  services.rateLimits.admit('asks', actor.userId)
  const { asked, signals } = await readJudgedLog(services, actor, id)
  const { [id]: weight = USUAL_LEXICAL_WEIGHT } = await readWeights(rows, [id])
  return { report: await services.library.tune({ collectionId: id, asked, weight }), signals }
}

/** Without the words of any question. */
export function figuresOf({ weight, weightBefore, verdict, asked, made, before, after }: TuningReport): TuningFigures {
  return { weight, weightBefore, verdict, asked, made, before, after }
}
