import type { ExportReport } from '@parley/protocol'
import { writeExport } from '../exports/write-export'
import { requireMayExport } from '../policies/export-policy'
import { readActor } from '../queries/read-actor'
import type { Services } from '../services'
import { scopeOf } from './scope-of'
import type { TransferFiles } from './transfer-files'
import type { TransferInput } from './transfer-input'
import type { TransferWork } from './transfer-runner'

/** One export from beginning to end, with the rights that whoever asked for it has now. */
export async function runExport(
  { store, files: { storage } }: Pick<Services, 'store' | 'files'>,
  files: TransferFiles,
  { row, signal, onProgress }: TransferWork,
  input: Extract<TransferInput, { kind: 'export' }>,
): Promise<ExportReport> {
  const actor = await readActor(store.rows, row.workspace_id, row.started_by)
  await requireMayExport(store.rows, actor, scopeOf(input))
  return store.snapshot(async (rows) => {
    const choice = { scope: input.scope, id: input.id }
    const { stream, counts } = await writeExport({ rows, storage, actor, choice, now: store.now(), onProgress, signal })
    await files.write(row.id, stream)
    return { ...counts, bytes: (await files.sizeOf(row.id)) ?? 0 }
  })
}
