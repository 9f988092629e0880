import { ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import { requireMayExport, requireTransfer } from '../policies/export-policy'
import type { Services } from '../services'
import { scopeOf } from './scope-of'
import type { TransferInput } from './transfer-input'

export interface Archive {
  readonly path: string
  readonly size: number
  readonly madeAt: Date
}

/** The archive of an export that is done, for whoever asked for it, as long as they could ask for it again. */
export async function takeArchive(
  { store, transfers }: Pick<Services, 'store' | 'transfers'>,
  actor: Actor,
  transferId: string,
): Promise<Archive> {
  const row = await requireTransfer(store.rows, actor, transferId)
  const input = row.input as TransferInput
  // An administrator sees that somebody took something, not what it was.
  if (row.started_by !== actor.userId || input.kind !== 'export')
    throw new ParleyError('not_found', { kind: 'transfer', id: transferId })
  await requireMayExport(store.rows, actor, scopeOf(input))
  const size = await transfers.files.sizeOf(row.id)
  if (row.status !== 'done' || size === null) throw new ParleyError('not_found', { kind: 'archive', id: transferId })
  return { path: transfers.files.pathOf(row.id), size, madeAt: row.created_at }
}
