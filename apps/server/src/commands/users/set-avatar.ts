import { rm } from 'node:fs/promises'
import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { FileServices } from '../../files/file-services'
import { MAX_MEGAPIXELS } from '../../files/image-formats'
import { requireMayRunAs } from '../../policies/integration-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { FileRow } from '../../store/files'
import { changeAvatar } from './change-avatar'
import { keepAvatar } from './keep-avatar'

/** Takes an image that the actor has uploaded and not sent; people choose for themselves and for their bots. */
export async function setAvatar(
  services: Services,
  actor: Actor,
  input: CommandInput<'users.setAvatar'>,
): Promise<CommandAnswer<'users.setAvatar'>> {
  const { store, files } = services
  const userId = input.userId ?? actor.userId
  const permit = (rows: Database) => requireMayRunAs(rows, actor, userId)
  await permit(store.rows)
  const row = await findUnsent(store.rows, actor, input.fileId)
  const avatarId = await keepSquare(files, row, input.crop)
  if (avatarId === null) throw new ParleyError('unreadable_image', { name: row.name, limit: MAX_MEGAPIXELS })
  const user = await changeAvatar(services, { workspaceId: actor.workspaceId, userId, avatarId, permit })
  await dropUnsent(services, row.id)
  return { user }
}

/** Its squares are all that is shown; unless it was sent meanwhile. */
async function dropUnsent({ store }: Pick<Services, 'store'>, fileId: string): Promise<void> {
  await store.rows
    .updateTable('files')
    .set({ dropped_at: store.now() })
    .where('id', '=', fileId)
    .where('message_id', 'is', null)
    .execute()
}

async function findUnsent(rows: Database, actor: Actor, fileId: string): Promise<FileRow> {
  const row = await rows
    .selectFrom('files')
    .selectAll()
    .where('id', '=', fileId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('owner_id', '=', actor.userId)
    .where('message_id', 'is', null)
    .where('completed_at', 'is not', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'file', id: fileId })
  return row
}

/** From a copy on this machine's disk: the storage may be a bucket. null: it is no image. */
async function keepSquare(
  files: FileServices,
  { id, width, size }: FileRow,
  crop: CommandInput<'users.setAvatar'>['crop'],
): Promise<string | null> {
  const bytes = width === null ? null : await files.storage.open(id)
  if (!bytes) return null
  const copy = `${id}_source`
  const path = files.staging.pathOf(copy)
  await rm(path, { force: true })
  try {
    await files.staging.append(copy, bytes, size)
    return await keepAvatar(files, path, crop)
  } finally {
    await rm(path, { force: true })
  }
}
