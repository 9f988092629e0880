import { wakeBots } from '../commands/bots/rest-bots'
import { readAssistant } from '../queries/read-actor'
import type { Store } from '../store/store'
import type { DueWork } from './due-worker'

/** A suspension ends by itself: then the bots that rested with it work again. */
export function createSuspensionExpiry(store: Store): DueWork {
  return {
    isNews: (event) => event.type === 'user-saved',
    readNext: () => readNext(store),
    doDue: () => wakeDue(store),
  }
}

/** People with accounts that are open, and bots that rest; those of guests go on resting. */
const selectWaiting = ({ rows }: Store) =>
  rows
    .selectFrom('users')
    .innerJoin('bots', 'bots.owner_id', 'users.id')
    .where('bots.is_resting', '=', true)
    .where('users.is_active', '=', true)
    .where('users.role', '<>', 'guest')

async function readNext(store: Store): Promise<Date | null> {
  const { next } = await selectWaiting(store)
    .select(({ fn }) => fn.min('users.suspended_until').as('next'))
    .executeTakeFirstOrThrow()
  return next
}

async function wakeDue(store: Store): Promise<void> {
  const due = await selectWaiting(store)
    .select(['users.id', 'users.workspace_id'])
    .distinct()
    .where('users.suspended_until', '<=', store.now())
    .execute()
  for (const { id, workspace_id: workspaceId } of due) {
    const assistant = await readAssistant(store.rows, workspaceId)
    await store.write(workspaceId, [workspaceId], (write) => wakeBots(write, store.now(), assistant, id))
  }
}
