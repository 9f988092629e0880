import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asOutgoingHook } from '../../store/integration-rows'
import { findOutgoingHook } from './find-outgoing-hook'

/** What happened while it was paused is not told: it goes on where the channel stands now. */
export async function setOutgoingHookEnabled(
  { store, hooks }: Services,
  actor: Actor,
  { hookId, isEnabled }: CommandInput<'outgoingHooks.setEnabled'>,
): Promise<CommandAnswer<'outgoingHooks.setEnabled'>> {
  const changed = await store.write(actor.workspaceId, [], async ({ rows }) => {
    const before = await findOutgoingHook(rows, actor, hookId)
    const isBack = isEnabled && !before.is_enabled
    const row = await rows
      .updateTable('outgoing_hooks')
      .set({ is_enabled: isEnabled, failing_since: null })
      .$if(isBack, (update) =>
        update.set((where) => ({
          cursor_seq: where.selectFrom('streams').select('last_seq').where('id', '=', before.channel_id),
        })),
      )
      .where('id', '=', hookId)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (isBack) await dropWaiting(rows, hookId, store.now())
    const kind = isEnabled ? 'outgoing-hook-enabled' : 'outgoing-hook-paused'
    await recordAudit(rows, actor, store.now(), { kind, subject: { id: hookId, name: row.name } })
    return { outgoingHook: asOutgoingHook(row, 0) }
  })
  hooks.wake()
  return changed
}

async function dropWaiting(rows: Services['store']['rows'], hookId: string, now: Date): Promise<void> {
  await rows
    .updateTable('hook_deliveries')
    .set({ status: 'failed', settled_at: now, problem: 'paused' })
    .where('hook_id', '=', hookId)
    .where('status', '=', 'waiting')
    .execute()
}

export function removeOutgoingHook(
  { store }: Services,
  actor: Actor,
  { hookId }: CommandInput<'outgoingHooks.remove'>,
): Promise<CommandAnswer<'outgoingHooks.remove'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const { name } = await findOutgoingHook(rows, actor, hookId)
    await rows.deleteFrom('outgoing_hooks').where('id', '=', hookId).execute()
    await recordAudit(rows, actor, store.now(), {
      kind: 'outgoing-hook-removed',
      subject: { id: hookId, name },
    })
    return {}
  })
}
