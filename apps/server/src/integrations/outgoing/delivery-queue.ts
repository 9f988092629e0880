import type { Selectable } from 'kysely'
import { isAtWork } from '../../policies/integration-policy'
import type { Database } from '../../store/database'
import type { HookDeliveryTable, OutgoingHookTable } from '../../store/integration-tables'

export type DeliveryRow = Selectable<HookDeliveryTable>
export type HookRow = Selectable<OutgoingHookTable>

/** Webhooks that have something to send. */
export async function findHooksWaiting(rows: Database): Promise<string[]> {
  const found = await rows
    .selectFrom('hook_deliveries')
    .innerJoin('outgoing_hooks', 'outgoing_hooks.id', 'hook_deliveries.hook_id')
    .select('outgoing_hooks.id')
    .distinct()
    .where('status', '=', 'waiting')
    .execute()
  return found.map((row) => row.id)
}

/** What a webhook has to send next: tests first, then what happened in its order. A paused one sends tests only, a resting one nothing. */
export async function readNext(rows: Database, hookId: string) {
  const hook = await rows.selectFrom('outgoing_hooks').selectAll().where('id', '=', hookId).executeTakeFirst()
  if (!hook || !(await isAtWork(rows, hook.bot_id))) return null
  const delivery = await rows
    .selectFrom('hook_deliveries')
    .selectAll()
    .where('hook_id', '=', hookId)
    .where('status', '=', 'waiting')
    .$if(!hook.is_enabled, (query) => query.where('event_type', '=', 'test'))
    .orderBy((order) => order('event_type', '<>', 'test'))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return delivery ? { hook, delivery } : null
}

/** What became of an attempt. */
export interface Attempt {
  readonly responseStatus: number | null
  /** A word for what was wrong; null: delivered. */
  readonly problem: string | null
}

export async function settle(rows: Database, { id, hook_id }: DeliveryRow, attempt: Attempt, now: Date): Promise<void> {
  await rows
    .updateTable('hook_deliveries')
    .set((column) => ({
      status: attempt.problem === null ? ('delivered' as const) : ('failed' as const),
      attempts: column('attempts', '+', 1),
      settled_at: now,
      response_status: attempt.responseStatus,
      problem: attempt.problem,
    }))
    .where('id', '=', id)
    .execute()
  if (attempt.problem === null) await noteHealth(rows, hook_id, null)
}

export async function postpone(rows: Database, { id, hook_id }: DeliveryRow, attempt: Attempt, until: Date, now: Date) {
  await rows
    .updateTable('hook_deliveries')
    .set((column) => ({
      attempts: column('attempts', '+', 1),
      next_attempt_at: until,
      response_status: attempt.responseStatus,
      problem: attempt.problem,
    }))
    .where('id', '=', id)
    .execute()
  await noteHealth(rows, hook_id, now)
}

/** Since when nothing arrives: the first failure counts. */
const noteHealth = (rows: Database, hookId: string, failingSince: Date | null) =>
  rows
    .updateTable('outgoing_hooks')
    .set({ failing_since: failingSince })
    .where('id', '=', hookId)
    .where('failing_since', failingSince ? 'is' : 'is not', null)
    .execute()

export const disable = (rows: Database, hookId: string) =>
  rows.updateTable('outgoing_hooks').set({ is_enabled: false }).where('id', '=', hookId).execute()

const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** The log goes back a month. */
export const forgetOld = (rows: Database, now: Date) =>
  rows
    .deleteFrom('hook_deliveries')
    .where('status', '<>', 'waiting')
    .where('settled_at', '<', new Date(now.getTime() - KEPT_MS))
    .execute()
