import { USUAL_LEXICAL_WEIGHT } from '@parley/knowledge'
import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { figuresOf, replayLog } from '../../queries/tunings'
import type { Services } from '../../services'
import { readTunings } from '../../store/collection-weights'
import { jsonText } from '../../store/json-text'
import { findChangeableCollection } from '../knowledge/find-collection'

/** A weight that does not win on questions that it was not chosen by is not taken. */
export async function tuneAnswers(
  services: Services,
  actor: Actor,
  { collectionId }: CommandInput<'answers.tune'>,
): Promise<CommandAnswer<'answers.tune'>> {
  const figures = figuresOf((await replayLog(services, actor, collectionId)).report)
  const isTaken = figures.verdict === 'better'
  if (!isTaken) return { figures, isTaken }
  const { store } = services
  await store.rows
    .insertInto('collection_tunings')
    .values({
      ...{ id: uuidv7(), workspace_id: actor.workspaceId, collection_id: collectionId },
      ...{ lexical_weight: figures.weight, former_weight: figures.weightBefore, report: jsonText(figures) },
      ...{ tuned_by: actor.userId, tuned_at: store.now() },
    })
    .execute()
  return { figures, isTaken }
}

/** What was in use before is in use again at once. */
export async function untuneAnswers(
  { store }: Services,
  actor: Actor,
  { collectionId }: CommandInput<'answers.untune'>,
): Promise<CommandAnswer<'answers.untune'>> {
  const { id } = await findChangeableCollection(store.rows, actor, collectionId)
  const [last] = await readTunings(store.rows, [id])
  if (!last) return { weight: USUAL_LEXICAL_WEIGHT }
  await store.rows
    .updateTable('collection_tunings')
    .set({ undone_at: store.now(), undone_by: actor.userId })
    .where('id', '=', last.id)
    .execute()
  const [before] = await readTunings(store.rows, [id])
  return { weight: before?.lexical_weight ?? USUAL_LEXICAL_WEIGHT }
}
