import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** Puts the import on the list; it is done in the background, and told of by `transfers.get`. */
export async function startImport(
  { transfers }: Services,
  actor: Actor,
  { archiveId, source, fileName, isDryRun }: CommandInput<'imports.start'>,
): Promise<CommandAnswer<'imports.start'>> {
  if (!(await transfers.files.has(archiveId))) throw new ParleyError('not_found', { kind: 'archive', id: archiveId })
  const entry = isDryRun ? null : { kind: 'import-started' as const, name: fileName || source }
  return { transfer: await transfers.add(actor, { kind: 'import', archiveId, source, fileName, isDryRun }, entry) }
}
