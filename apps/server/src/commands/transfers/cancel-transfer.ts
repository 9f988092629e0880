import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireTransfer } from '../../policies/export-policy'
import type { Services } from '../../services'

export async function cancelTransfer(
  { store, transfers }: Services,
  actor: Actor,
  { transferId }: CommandInput<'transfers.cancel'>,
): Promise<CommandAnswer<'transfers.cancel'>> {
  await requireTransfer(store.rows, actor, transferId)
  await transfers.cancel(transferId)
  return { transfer: await transfers.describe(await requireTransfer(store.rows, actor, transferId)) }
}
