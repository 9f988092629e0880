import { rm } from 'node:fs/promises'
import { translate } from '@parley/locale'
import { type ImportReport, ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Archive, OnProblem } from '../imports/archive'
import { importArchive } from '../imports/import-archive'
import { ImportTally } from '../imports/import-report'
import { openMattermostArchive } from '../imports/mattermost/open-mattermost-archive'
import { openParleyArchive } from '../imports/parley/open-parley-archive'
import { openSlackArchive } from '../imports/slack/open-slack-archive'
import { readActor } from '../queries/read-actor'
import type { Services } from '../services'
import type { TransferFiles } from './transfer-files'
import type { TransferInput } from './transfer-input'
import type { TransferWork } from './transfer-runner'

type ImportInput = Extract<TransferInput, { kind: 'import' }>

/** One import from beginning to end; the archive goes when it is in. */
export async function runImport(
  services: Pick<Services, 'store' | 'people' | 'files'>,
  files: TransferFiles,
  { row, signal, onProgress }: TransferWork,
  input: ImportInput,
): Promise<ImportReport> {
  if (!(await files.has(input.archiveId))) throw new ParleyError('not_found', { kind: 'archive', id: input.archiveId })
  const actor = await readActor(services.store.rows, row.workspace_id, row.started_by)
  const tally = new ImportTally()
  const archive = await openArchive(input.source, files.pathOf(input.archiveId), actor, tally.note)
  try {
    const stage = { services, actor, source: input.source, isDryRun: input.isDryRun, tally }
    await importArchive({ stage, archive, onProgress, signal })
  } finally {
    await archive.close()
  }
  if (!input.isDryRun) await rm(files.pathOf(input.archiveId), { force: true })
  return tally.report()
}

function openArchive(
  source: ImportInput['source'],
  path: string,
  actor: Actor,
  onProblem: OnProblem,
): Promise<Archive> {
  switch (source) {
    case 'slack':
      return openSlackArchive(path, { onProblem, tombstone: translate(actor.language, 'server.import.tombstone') })
    case 'mattermost':
      return openMattermostArchive(path, onProblem)
    case 'parley':
      return openParleyArchive(path, onProblem)
  }
}
