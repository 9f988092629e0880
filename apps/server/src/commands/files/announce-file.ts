import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../store/database'
import type { FileRow } from '../../store/files'

export interface AnnouncedFile {
  /** Its owner's own id for it: announced again, it is the same file. */
  readonly clientFileId: string
  readonly name: string
  readonly size: number
}

/** Makes the row of a file whose bytes are to come. Of two at once, both get the one row. */
export function announceFile(
  rows: Database,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
  { clientFileId, name, size }: AnnouncedFile,
  at: Date,
): Promise<FileRow> {
  return rows
    .insertInto('files')
    .values({
      id: uuidv7(),
      workspace_id: workspaceId,
      owner_id: userId,
      client_file_id: clientFileId,
      name,
      size,
      width: null,
      height: null,
      message_id: null,
      channel_id: null,
      created_at: at,
      completed_at: null,
      dropped_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'owner_id', 'client_file_id'])
        .where('dropped_at', 'is', null)
        .doUpdateSet({ client_file_id: clientFileId }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}
