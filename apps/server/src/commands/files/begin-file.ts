import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { FileRow } from '../../store/files'
import { announceFile } from './announce-file'
import { readUploadState } from './upload-state'

/** So many files may wait to be sent, and so many of the largest size. */
const MAX_UNSENT = 100
const MAX_UNSENT_OF_LARGEST = 10
const MEGABYTE = 1_000_000

/**
 * Refused before a byte is sent when it is too large. Announcing it again, after whatever interrupted it, answers how
 * much of it is here; what was announced first counts.
 */
export async function beginFile(
  { store, files }: Services,
  actor: Actor,
  input: CommandInput<'files.begin'>,
): Promise<CommandAnswer<'files.begin'>> {
  const { name, size } = input
  const limit = files.maxBytes
  if (size > limit) throw new ParleyError('file_too_large', { name, size, limit, limitMb: limit / MEGABYTE })
  // Under a lock of the person's own: those that are begun at once must see each other.
  const row = await store.write(actor.workspaceId, [actor.userId], async ({ rows }) => {
    const known = await findAnnounced(rows, actor, input.clientFileId)
    if (known) return known
    await requireAllowance(rows, actor, size, limit)
    return announceFile(rows, actor, input, store.now())
  })
  return readUploadState(files.staging, row)
}

function findAnnounced(rows: Database, actor: Actor, clientFileId: string): Promise<FileRow | undefined> {
  return rows
    .selectFrom('files')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('owner_id', '=', actor.userId)
    .where('client_file_id', '=', clientFileId)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
}

async function requireAllowance(rows: Database, actor: Actor, size: number, largest: number): Promise<void> {
  const { count, bytes } = await rows
    .selectFrom('files')
    .select(({ fn, val }) => [
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('size'), val(0)).as('bytes'),
    ])
    .where('owner_id', '=', actor.userId)
    .where('message_id', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirstOrThrow()
  const maxBytes = largest * MAX_UNSENT_OF_LARGEST
  if (Number(count) < MAX_UNSENT && Number(bytes) + size <= maxBytes) return
  throw new ParleyError('too_many_uploads', { limit: MAX_UNSENT, limitMb: maxBytes / MEGABYTE })
}
