import { changeAvatar } from '../commands/users/change-avatar'
import { keepAvatar } from '../commands/users/keep-avatar'
import { detectType } from '../files/detect-type'
import { IMAGE_FORMATS } from '../files/image-formats'
import type { Archive, ArchivedPerson } from './archive'
import type { ImportStage } from './import-stage'

/** Larger pictures of people are none. */
const LARGEST_BYTES = 10_000_000

/**
 * Gives people the pictures that lie in the archive, made anew like every other, where they have none here. Addresses of
 * pictures are left alone: an import asks nobody outside.
 */
export class PictureImporter {
  constructor(
    private readonly stage: ImportStage,
    private readonly archive: Pick<Archive, 'sizeOf' | 'openFile'>,
  ) {}

  async give({ key, picturePath }: ArchivedPerson, userId: string): Promise<void> {
    if (!picturePath || !(await this.isWithout(userId))) return
    const size = this.archive.sizeOf(picturePath)
    const problem =
      size === null
        ? 'file_missing'
        : size > LARGEST_BYTES
          ? 'file_too_large'
          : await this.store(picturePath, userId, size)
    if (problem) this.stage.tally.note({ place: key, problem, detail: picturePath })
    else this.stage.tally.pictures += 1
  }

  private async isWithout(userId: string): Promise<boolean> {
    const { rows } = this.stage.services.store
    const user = await rows.selectFrom('users').select('avatar_id').where('id', '=', userId).executeTakeFirst()
    // New people of a dry run stand nowhere yet.
    return !user?.avatar_id
  }

  private async store(path: string, userId: string, size: number): Promise<'file_unreadable' | null> {
    const { services, actor, isDryRun } = this.stage
    if (isDryRun) return null
    const { staging } = services.files
    const copy = `${userId}_picture`
    // What an interrupted import left of it.
    await staging.remove(copy)
    try {
      await staging.append(copy, await this.archive.openFile(path), size)
      const avatarId = await this.makeSquares(staging.pathOf(copy))
      if (!avatarId) return 'file_unreadable'
      await changeAvatar(services, { workspaceId: actor.workspaceId, userId, avatarId, permit: async () => {} })
      return null
    } finally {
      await staging.remove(copy)
    }
  }

  private async makeSquares(path: string): Promise<string | null> {
    return IMAGE_FORMATS[await detectType(path)] ? keepAvatar(this.stage.services.files, path, null) : null
  }
}
