import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'

/** Puts the import on the list; it is done in the background, and told of by `transfers.get`. */
export async function startImport(
  { store, transfers }: Services,
  actor: Actor,
  { archiveId, source, fileName, isDryRun }: CommandInput<'imports.start'>,
): Promise<CommandAnswer<'imports.start'>> {
  if (!(await transfers.files.has(archiveId))) throw new ParleyError('not_found', { kind: 'archive', id: archiveId })
  const transfer = await transfers.add(actor, { kind: 'import', archiveId, source, fileName, isDryRun })
  const subject = { id: transfer.id, name: fileName || source }
  if (!isDryRun) await recordAudit(store.rows, actor, store.now(), { kind: 'import-started', subject })
  return { transfer }
}
