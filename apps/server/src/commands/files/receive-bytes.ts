import { addAbortSignal, type Readable } from 'node:stream'
import { ParleyError, type UploadState } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { FileRow } from '../../store/files'
import { finishFile } from './finish-file'
import { readUploadState } from './upload-state'

export interface Arriving {
  readonly fileId: string
  /** Where these bytes belong: behind those that are here, nowhere else. */
  readonly offset: number
  readonly bytes: Readable
}

/** Adds bytes to a file of one's own; with the last of them it is looked at, and is complete. */
export function receiveBytes(
  services: Services,
  actor: Actor,
  { fileId, offset, bytes }: Arriving,
): Promise<UploadState> {
  const { store, files } = services
  return files.turns.take(fileId, async (interrupted) => {
    const row = await findUnsent(store.rows, actor, fileId)
    if (row.completed_at) return readUploadState(files.staging, row)
    const here = await files.staging.measure(fileId)
    if (offset !== here) throw new ParleyError('upload_out_of_step', { fileId, offset: here })
    await files.staging.append(fileId, addAbortSignal(interrupted, bytes), row.size - here)
    if ((await files.staging.measure(fileId)) < row.size) return readUploadState(files.staging, row)
    return readUploadState(files.staging, await finishFile(services, row))
  })
}

async function findUnsent(rows: Database, actor: Actor, fileId: string): Promise<FileRow> {
  const row = await rows
    .selectFrom('files')
    .selectAll()
    .where('id', '=', fileId)
    .where('owner_id', '=', actor.userId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'file', id: fileId })
  return row
}
