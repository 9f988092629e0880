import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asDelivery } from '../../store/integration-rows'
import { findOutgoingHook } from './find-outgoing-hook'

/** A delivery that speaks of no event, so that a receiver can be tried before anything happens. */
export async function testOutgoingHook(
  { store, hooks }: Services,
  actor: Actor,
  { hookId }: CommandInput<'outgoingHooks.test'>,
): Promise<CommandAnswer<'outgoingHooks.test'>> {
  const hook = await findOutgoingHook(store.rows, actor, hookId)
  const now = store.now()
  const row = await store.rows
    .insertInto('hook_deliveries')
    .values({
      id: uuidv7(),
      workspace_id: hook.workspace_id,
      hook_id: hook.id,
      seq: 0,
      event_type: 'test',
      next_attempt_at: now,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  hooks.wake()
  return { delivery: asDelivery(row) }
}

/** The same delivery once more, under its own id: a receiver that took it before can tell. */
export async function replayDelivery(
  { store, hooks }: Services,
  actor: Actor,
  { deliveryId }: CommandInput<'outgoingHooks.replay'>,
): Promise<CommandAnswer<'outgoingHooks.replay'>> {
  const row = await store.rows
    .updateTable('hook_deliveries')
    .set({ status: 'waiting', next_attempt_at: store.now(), settled_at: null, problem: null, attempts: 0 })
    .where('id', '=', deliveryId)
    .where('workspace_id', '=', actor.workspaceId)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'delivery', id: deliveryId })
  hooks.wake()
  return { delivery: asDelivery(row) }
}
