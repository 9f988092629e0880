import { asUser } from '../store/rows'
import type { Store } from '../store/store'
import type { Write } from '../store/write'
import type { DueWork } from './due-worker'

/** Takes statuses away when their time has come, by the same event as their owners would. */
export function createStatusExpiry(store: Store): DueWork {
  return {
    isNews: (event) => event.type === 'user-saved' && typeof event.user.status?.expiresAt === 'string',
    readNext: () => readNext(store),
    doDue: () => clearExpired(store),
  }
}

async function readNext({ rows }: Store): Promise<Date | null> {
  const { next } = await rows
    .selectFrom('users')
    .select(({ fn }) => fn.min('status_expires_at').as('next'))
    .executeTakeFirstOrThrow()
  return next
}

async function clearExpired(store: Store): Promise<void> {
  const expired = store.rows.selectFrom('users').where('status_expires_at', '<=', store.now())
  const workspaces = await expired.select('workspace_id').distinct().execute()
  for (const { workspace_id: id } of workspaces) {
    await store.write(id, [id], (write) => clearIn(write, id, store.now()))
  }
}

async function clearIn({ rows, append }: Write, workspaceId: string, now: Date): Promise<void> {
  const cleared = await rows
    .updateTable('users')
    .set({ status_emoji: '', status_text: '', status_expires_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('status_expires_at', '<=', now)
    .returningAll()
    .execute()
  for (const row of cleared) append(workspaceId, { type: 'user-saved', user: asUser(row) })
}
