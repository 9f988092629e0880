import { rm, stat } from 'node:fs/promises'
import { ParleyError } from '@parley/protocol'
import { detectType } from '../../files/detect-type'
import { type FileServices, thumbnailKey } from '../../files/file-services'
import { IMAGE_FORMATS, MAX_MEGAPIXELS } from '../../files/image-formats'
import type { Services } from '../../services'
import type { FileRow } from '../../store/files'
import type { Store } from '../../store/store'

/**
 * Looks at a file that has arrived, stores what is to be kept of it, and calls it complete. Interrupted anywhere, it is
 * simply done again.
 *
 * @throws ParleyError `unreadable_image`
 */
export async function finishFile({ store, files }: Pick<Services, 'store' | 'files'>, row: FileRow): Promise<FileRow> {
  const path = files.staging.pathOf(row.id)
  const mimeType = await detectType(path)
  const kept = IMAGE_FORMATS[mimeType] ? await keepImage(store, files, row, mimeType) : await keepAsIs(files, row)
  const complete = await store.rows
    .updateTable('files')
    .set({ ...kept, mime_type: mimeType, completed_at: store.now() })
    .where('id', '=', row.id)
    .where('dropped_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!complete) throw new ParleyError('not_found', { kind: 'file', id: row.id })
  await files.staging.remove(row.id)
  return complete
}

type Kept = Pick<FileRow, 'size' | 'width' | 'height'>

async function keepAsIs({ storage, staging }: FileServices, { id, size }: FileRow): Promise<Kept> {
  await storage.put(id, staging.pathOf(id))
  return { size, width: null, height: null }
}

async function keepImage(store: Store, files: FileServices, row: FileRow, mimeType: string): Promise<Kept> {
  const format = IMAGE_FORMATS[mimeType]
  if (!format) throw new Error(`${mimeType} is no image that can be made anew`)
  const { storage, staging, makeImage } = files
  const source = staging.pathOf(row.id)
  const order = { source, format, goal: `${source}.image`, thumbnail: `${source}.thumbnail` }
  try {
    const outcome = await makeImage(order)
    if ('problem' in outcome) return await refuse(store, row)
    await storage.put(row.id, order.goal)
    await storage.put(thumbnailKey(row.id), order.thumbnail)
    const { size } = await stat(order.goal)
    return { size, ...outcome }
  } finally {
    await Promise.all([order.goal, order.thumbnail].map((path) => rm(path, { force: true })))
  }
}

/** Kept as it is, it would tell where it was taken to everybody who may see it. */
async function refuse(store: Store, { id, name }: FileRow): Promise<never> {
  await store.rows.updateTable('files').set({ dropped_at: store.now() }).where('id', '=', id).execute()
  throw new ParleyError('unreadable_image', { name, limit: MAX_MEGAPIXELS })
}
