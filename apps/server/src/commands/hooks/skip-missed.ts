import type { Database } from '../../store/database'

/** What happened while webhooks were silent is not told: they go on where their channels stand now. */
export async function skipMissed(rows: Database, hookIds: readonly string[], now: Date): Promise<void> {
  if (hookIds.length === 0) return
  await rows
    .updateTable('outgoing_hooks')
    .set((hook) => ({
      cursor_seq: hook
        .selectFrom('streams')
        .select('last_seq')
        .whereRef('streams.id', '=', 'outgoing_hooks.channel_id'),
    }))
    .where('id', 'in', hookIds)
    .execute()
  await rows
    .updateTable('hook_deliveries')
    .set({ status: 'failed', settled_at: now, problem: 'paused' })
    .where('hook_id', 'in', hookIds)
    .where('status', '=', 'waiting')
    .execute()
}
