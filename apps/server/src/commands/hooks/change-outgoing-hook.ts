import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asOutgoingHook } from '../../store/integration-rows'
import { findOutgoingHook } from './find-outgoing-hook'
import { skipMissed } from './skip-missed'

/** What happened while it was paused is not told: it goes on where the channel stands now. */
export async function setOutgoingHookEnabled(
  { store, hooks }: Services,
  actor: Actor,
  { hookId, isEnabled }: CommandInput<'outgoingHooks.setEnabled'>,
): Promise<CommandAnswer<'outgoingHooks.setEnabled'>> {
  const changed = await store.write(actor.workspaceId, [], async ({ rows }) => {
    const before = await findOutgoingHook(rows, actor, hookId)
    const row = await rows
      .updateTable('outgoing_hooks')
      .set({ is_enabled: isEnabled, failing_since: null })
      .where('id', '=', hookId)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (isEnabled && !before.is_enabled) await skipMissed(rows, [hookId], store.now())
    const kind = isEnabled ? 'outgoing-hook-enabled' : 'outgoing-hook-paused'
    await recordAudit(rows, actor, store.now(), { kind, subject: { id: hookId, name: row.name } })
    return { outgoingHook: asOutgoingHook(row, 0) }
  })
  hooks.wake()
  return changed
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
