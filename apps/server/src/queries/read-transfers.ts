import type { QueryAnswer, QueryInput } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import { requireTransfer } from '../policies/export-policy'
import type { Services } from '../services'

const SHOWN = 100

export async function listTransfers(
  { store, transfers }: Services,
  actor: Actor,
  { kind }: QueryInput<'transfers.list'>,
): Promise<QueryAnswer<'transfers.list'>> {
  let rows = store.rows
    .selectFrom('transfers')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
  if (!isAdministrator(actor)) rows = rows.where('started_by', '=', actor.userId)
  return { transfers: await Promise.all((await rows.execute()).map((row) => transfers.describe(row))) }
}

export async function readTransfer(
  { store, transfers }: Services,
  actor: Actor,
  { transferId }: QueryInput<'transfers.get'>,
): Promise<QueryAnswer<'transfers.get'>> {
  return { transfer: await transfers.describe(await requireTransfer(store.rows, actor, transferId)) }
}
