import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { AVATAR_PIXELS, avatarKey, avatarSizes } from '../../files/avatar-keys'
import type { FileServices } from '../../files/file-services'
import type { Square } from '../../files/image-wire'

/**
 * Makes an image's square in all sizes and stores them; answers the id under which they lie, or null when the file is
 * no image that can be read. Nobody shows it before `change-avatar.ts` says whose it is.
 */
export async function keepAvatar(
  { storage, staging, makeImage }: FileServices,
  source: string,
  crop: Square | null,
): Promise<string | null> {
  const avatarId = uuidv7()
  const squares = avatarSizes.map((size) => ({
    key: avatarKey(avatarId, size),
    path: staging.pathOf(avatarKey(avatarId, size)),
    pixels: AVATAR_PIXELS[size],
  }))
  await mkdir(dirname(staging.pathOf(avatarId)), { recursive: true, mode: 0o700 })
  try {
    const outcome = await makeImage({ source, crop, squares })
    if ('problem' in outcome) return null
    for (const { key, path } of squares) await storage.put(key, path)
    return avatarId
  } catch (error) {
    await dropAvatar({ storage }, avatarId).catch(() => undefined)
    throw error
  } finally {
    await Promise.all(squares.map(({ path }) => rm(path, { force: true })))
  }
}

/** What is not there is removed already. */
export async function dropAvatar({ storage }: Pick<FileServices, 'storage'>, avatarId: string | null): Promise<void> {
  if (avatarId === null) return
  for (const size of avatarSizes) await storage.remove(avatarKey(avatarId, size))
}
