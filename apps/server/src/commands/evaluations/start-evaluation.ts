import { type CommandAnswer, type CommandInput, type EvaluationId, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { jsonText } from '../../store/json-text'
import { readUnderstandingSettings } from '../../store/understanding-settings'
import { requireModel } from '../intents/require-model'

const MOST_UNFINISHED = 2
/** So many measurements are kept. */
const KEPT = 50

/** Puts a measurement on the list; how far it is, and what came of it, tells `evaluations.list`. */
export async function startEvaluation(
  { store, evaluations }: Services,
  actor: Actor,
  { kind, modelId, otherModelId }: CommandInput<'evaluations.start'>,
): Promise<CommandAnswer<'evaluations.start'>> {
  if (!evaluations.isAvailable) throw new ParleyError('encoder_unavailable')
  const { liveModel } = await readUnderstandingSettings(store.rows, actor.workspaceId)
  const chosen = modelId === undefined ? liveModel : modelId
  for (const id of [chosen, otherModelId]) if (id) await requireModel(store.rows, actor, id)
  await requireLabelled(store.rows, actor, kind)
  const id = uuidv7()
  await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    await refuseWaiting(rows, actor)
    await rows
      .insertInto('evaluations')
      .values({
        ...{ id, workspace_id: actor.workspaceId, started_by: actor.userId, created_at: store.now() },
        ...{ status: 'running', model_id: chosen, other_model_id: otherModelId ?? null },
        ...{ finished_at: null, failure: null },
        report: jsonText({ kind, hasOther: otherModelId !== undefined }),
      })
      .execute()
    await forgetOldest(rows, actor)
  })
  evaluations.begin({ id, workspaceId: actor.workspaceId, kind, modelId: chosen, otherModelId })
  return { evaluationId: id as EvaluationId }
}

/** One is under way, and one waits. The workspace's stream must be locked. */
async function refuseWaiting(rows: Database, actor: Actor): Promise<void> {
  const unfinished = await rows
    .selectFrom('evaluations')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('status', '=', 'running')
    .execute()
  if (unfinished.length >= MOST_UNFINISHED) throw new ParleyError('evaluation_waiting')
}

/** What was measured long ago keeps no rows, and no models on disk. */
async function forgetOldest(rows: Database, actor: Actor): Promise<void> {
  const newest = rows
    .selectFrom('evaluations')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('created_at', 'desc')
    .limit(KEPT)
  await rows
    .deleteFrom('evaluations')
    .where('workspace_id', '=', actor.workspaceId)
    .where('status', '!=', 'running')
    .where('id', 'not in', newest)
    .execute()
}

export async function cancelEvaluation(
  { store, evaluations }: Services,
  actor: Actor,
  { evaluationId }: CommandInput<'evaluations.cancel'>,
): Promise<CommandAnswer<'evaluations.cancel'>> {
  const found = await store.rows
    .selectFrom('evaluations')
    .select('id')
    .where('id', '=', evaluationId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!found) throw new ParleyError('not_found', { kind: 'evaluation', id: evaluationId })
  await evaluations.cancel(evaluationId)
  return {}
}

async function requireLabelled(rows: Database, actor: Actor, kind: CommandInput<'evaluations.start'>['kind']) {
  const found = await rows
    .selectFrom('message_labels')
    .select('message_id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!found) throw new ParleyError('nothing_labelled')
}
