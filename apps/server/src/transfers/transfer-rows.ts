import type { Transfer } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { TransferTable } from '../store/schema'
import type { TransferInput } from './transfer-input'

export type TransferRow = Selectable<TransferTable>

/** What a row cannot know: how far the work is at this moment, and whether its archive is still there. */
export interface TransferNow {
  readonly progress: number | null
  readonly hasArchive: boolean
  readonly now: Date
}

export function asTransfer(row: TransferRow, { progress: running, hasArchive, now }: TransferNow): Transfer {
  const input = row.input as TransferInput
  const isImport = input.kind === 'import'
  const progress = row.status === 'done' ? 1 : (running ?? row.progress)
  return {
    id: row.id as Transfer['id'],
    kind: row.kind,
    status: row.status,
    startedBy: row.started_by as Transfer['startedBy'],
    source: isImport ? input.source : null,
    fileName: isImport ? input.fileName : '',
    isDryRun: isImport && input.isDryRun,
    archiveId: isImport && hasArchive ? (input.archiveId as Transfer['archiveId']) : null,
    scope: isImport ? null : { kind: input.scope, id: input.id },
    progress,
    secondsLeft: row.status === 'running' ? secondsLeft(row.started_at, progress, now) : null,
    importReport: isImport ? (row.result as Transfer['importReport']) : null,
    exportReport: isImport ? null : (row.result as Transfer['exportReport']),
    failure: row.failure as Transfer['failure'],
    hasArchive: !isImport && row.status === 'done' && hasArchive,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

/** Before this much is done, any forecast would be a guess. */
const LEAST_PROGRESS = 0.02

function secondsLeft(startedAt: Date | null, progress: number, now: Date): number | null {
  if (!startedAt || progress < LEAST_PROGRESS) return null
  const spentMs = now.getTime() - startedAt.getTime()
  return Math.max(0, Math.round((spentMs * (1 - progress)) / progress / 1000))
}
