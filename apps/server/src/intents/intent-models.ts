import type { IntentExample, IntentFigures } from '@parley/nlu'
import { sql } from 'kysely'
import type { LearntIntents } from '../assistant/intent-control'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { IntentModelTable } from '../store/understanding-tables'

/** So many models are kept to go back to, besides the live one. */
const KEPT = 8

/** What stands beside a model about it. */
export interface ModelFigures extends Pick<LearntIntents, 'comparison'> {
  /** Of the examples it was learnt of. */
  readonly key: string
  readonly accuracy: number | null
  readonly rows: number
}

export interface NewModel {
  readonly id: string
  readonly state: IntentModelTable['state']
  readonly learnt: LearntIntents
  readonly key: string
  readonly encoderId: string | null
  readonly own: readonly IntentExample[]
}

export async function keepModel(
  { rows, now }: Pick<Store, 'rows' | 'now'>,
  workspaceId: string,
  { id, state, learnt, key, encoderId, own }: NewModel,
): Promise<void> {
  await rows
    .insertInto('intent_models')
    .values({
      ...{ id, state },
      workspace_id: workspaceId,
      trained_at: now(),
      encoder_id: encoderId,
      own_examples: own.length,
      figures: jsonText(figuresOf(learnt, key)),
    })
    .execute()
}

const figuresOf = ({ figures, comparison }: LearntIntents, key: string): ModelFigures => ({
  ...{ comparison, key },
  accuracy: accuracyOf(figures),
  rows: figures?.rows ?? 0,
})

const accuracyOf = (figures: IntentFigures | null): number | null => figures?.accuracy ?? null

/** Whether these examples were learnt before, whatever became of it. */
export async function modelExists(rows: Database, workspaceId: string, key: string): Promise<boolean> {
  const found = await rows
    .selectFrom('intent_models')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`figures ->> 'key' = ${key}`)
    .executeTakeFirst()
  return found !== undefined
}

/** Forgets the oldest; answers which. Neither the live one nor what a measurement names that is kept. */
export async function pruneModels(rows: Database, workspaceId: string): Promise<string[]> {
  const { rows: gone } = await sql<{ id: string }>`
    delete from intent_models where id in (
      select m.id from intent_models m where m.workspace_id = ${workspaceId}
        and not exists (select from understanding_settings s where s.live_model = m.id)
        and not exists (select from evaluations e where m.id in (e.model_id, e.other_model_id))
      order by m.trained_at desc offset ${KEPT})
    returning id`.execute(rows)
  return gone.map(({ id }) => id)
}
