import { FileId, type UploadState } from '@parley/protocol'
import type { UploadStaging } from '../../files/upload-staging'
import type { FileRow } from '../../store/files'
import { asFileInfo } from '../../store/rows'

export async function readUploadState(staging: UploadStaging, row: FileRow): Promise<UploadState> {
  const fileId = FileId.parse(row.id)
  if (row.completed_at) return { fileId, offset: row.size, file: asFileInfo(row) }
  return { fileId, offset: await staging.measure(row.id), file: null }
}
