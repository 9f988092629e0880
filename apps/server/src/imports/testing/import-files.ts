import { readFile } from 'node:fs/promises'
import type { ImportReport, ImportSource, Transfer } from '@parley/protocol'
import type { TestParley } from '@parley/testkit'

/** Uploads an archive and imports it, as the administrator's page does. */
export async function importFile(
  parley: TestParley,
  file: string,
  source: ImportSource,
  isDryRun = false,
): Promise<Transfer> {
  const { archiveId } = await parley.owner.http.uploadArchive(new Blob([await readFile(file)]))
  const { transfer } = await parley.owner.http.command('imports.start', { archiveId, source, isDryRun })
  await parley.server.transfersSettled()
  return (await parley.owner.http.query('transfers.get', { transferId: transfer.id })).transfer
}

export function reportOf({ importReport, failure }: Transfer): ImportReport {
  if (!importReport) throw new Error(`the import has no report: ${JSON.stringify(failure)}`)
  return importReport
}
