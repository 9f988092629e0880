import {
  type Evaluation,
  type EvaluationId,
  EvaluationReport,
  type IntentModelId,
  ParleyError,
  type QueryAnswer,
  type QueryInput,
  type UserId,
} from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../actor'
import { selectReadableMessages } from '../policies/access'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import type { EvaluationTable, StoredError } from '../store/understanding-tables'

const SHOWN = 20

export async function listEvaluations(
  { store, evaluations }: Services,
  actor: Actor,
): Promise<QueryAnswer<'evaluations.list'>> {
  const rows = await store.rows
    .selectFrom('evaluations')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
    .execute()
  return { evaluations: rows.map((row) => asEvaluation(row, evaluations.progressOf(row.id))) }
}

function asEvaluation(row: Selectable<EvaluationTable>, progress: number): Evaluation {
  return {
    ...{ id: row.id as EvaluationId, kind: row.report.kind, status: row.status, progress },
    startedBy: row.started_by as UserId,
    createdAt: row.created_at.toISOString(),
    modelId: row.model_id as IntentModelId | null,
    otherModelId: row.other_model_id as IntentModelId | null,
    hasOther: row.report.hasOther,
    report: row.status === 'done' ? EvaluationReport.parse(row.report) : null,
    failure: row.failure?.code ?? null,
  }
}

/** Whoever looks sees what they may read, also of what others labelled. */
export async function listEvaluationErrors(
  { store }: Services,
  actor: Actor,
  { evaluationId }: QueryInput<'evaluations.errors'>,
): Promise<QueryAnswer<'evaluations.errors'>> {
  const row = await store.rows
    .selectFrom('evaluations')
    .select(['report', 'created_at'])
    .where('id', '=', evaluationId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'evaluation', id: evaluationId })
  const errors = await standingErrors(store.rows, row)
  if (errors.length === 0) return { errors: [], hidden: 0 }
  const ids = errors.map(({ id }) => id)
  const readable = await selectReadableMessages(store.rows, actor).where('messages.id', 'in', ids).execute()
  const messages = new Map((await asMessages(store.rows, readable)).map((message) => [message.id as string, message]))
  const shown = errors.flatMap(({ id, truth, prediction, confidence }) => {
    const message = messages.get(id)
    return message ? [{ message, truth, prediction, confidence }] : []
  })
  return { errors: shown, hidden: errors.length - shown.length }
}

/** Those of messages that still say what was measured, and that people still say the same of. */
async function standingErrors(
  rows: Database,
  { report: { kind, errors = [] }, created_at }: Pick<Selectable<EvaluationTable>, 'report' | 'created_at'>,
): Promise<readonly StoredError[]> {
  if (errors.length === 0) return []
  const ids = errors.map(({ id }) => id)
  const labels = await rows
    .selectFrom('message_labels')
    .innerJoin('messages', 'messages.id', 'message_labels.message_id')
    .select(['message_labels.message_id', 'message_labels.value'])
    .where('message_labels.kind', '=', kind)
    .where('messages.id', 'in', ids)
    .where('messages.deleted_at', 'is', null)
    .where((where) => where.or([where('edited_at', 'is', null), where('edited_at', '<=', created_at)]))
    .execute()
  const truths = new Map(labels.map(({ message_id, value }) => [message_id, value]))
  return errors.filter(({ id, truth }) => truths.get(id) === truth)
}
