import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'

/** Answers when the model was learnt. */
export async function requireModel(rows: Database, actor: Actor, modelId: string): Promise<Date> {
  const model = await rows
    .selectFrom('intent_models')
    .select('trained_at')
    .where('id', '=', modelId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!model) throw new ParleyError('not_found', { kind: 'intent_model', id: modelId })
  return model.trained_at
}
