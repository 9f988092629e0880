import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asIncomingHook } from '../../store/integration-rows'
import { createHookSecret, pathOf } from './create-incoming-hook'

/** Whoever held the old address posts nothing more with it. */
export function rotateIncomingHook(
  { store }: Services,
  actor: Actor,
  { hookId }: CommandInput<'incomingHooks.rotateSecret'>,
): Promise<CommandAnswer<'incomingHooks.rotateSecret'>> {
  const { secret, hash, hint } = createHookSecret()
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const row = await rows
      .updateTable('incoming_hooks')
      .set({ secret_hash: hash, hint })
      .where('id', '=', hookId)
      .where('workspace_id', '=', actor.workspaceId)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new ParleyError('not_found', { kind: 'hook', id: hookId })
    const audited = { kind: 'incoming-hook-rotated' as const, subject: { id: row.id, name: row.name } }
    await recordAudit(rows, actor, store.now(), audited)
    return { incomingHook: asIncomingHook(row), path: pathOf(secret) }
  })
}

export function removeIncomingHook(
  { store }: Services,
  actor: Actor,
  { hookId }: CommandInput<'incomingHooks.remove'>,
): Promise<CommandAnswer<'incomingHooks.remove'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const row = await rows
      .deleteFrom('incoming_hooks')
      .where('id', '=', hookId)
      .where('workspace_id', '=', actor.workspaceId)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw new ParleyError('not_found', { kind: 'hook', id: hookId })
    const audited = { kind: 'incoming-hook-removed' as const, subject: { id: hookId, name: row.name } }
    await recordAudit(rows, actor, store.now(), audited)
    return {}
  })
}
