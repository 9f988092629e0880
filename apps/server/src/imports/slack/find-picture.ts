import type { SlackUser } from './slack-export'
import type { SlackFiles } from './slack-files'

/** From the one that is shown largest here down. */
const SIZES = ['image_512', 'image_1024', 'image_original', 'image_192', 'image_72'] as const

/**
 * Slack's own exports have addresses only, which nobody is asked at. Tools that fetch the pictures put them beside the
 * lists under the person's id (`avatars/U123.png`, `__avatars/U123/photo.jpg`), or write where they lie in place of the
 * address.
 */
export function createPictureFinder(
  files: Pick<SlackFiles, 'has' | 'paths'>,
): (user: Pick<SlackUser, 'id' | 'profile'>) => string | null {
  const byId = new Map<string, string>()
  for (const path of files.paths()) {
    const id = /^(?:__)?avatars\/([A-Z0-9]+)[./_-]/.exec(path)?.[1]
    if (id && !path.endsWith('/')) byId.set(id, path)
  }
  return ({ id, profile }) =>
    SIZES.map((size) => profile?.[size]).find((path): path is string => typeof path === 'string' && files.has(path)) ??
    byId.get(id) ??
    null
}
