import type { FileStorage } from './file-storage'
import type { MakeImage } from './image-process'
import type { UploadStaging } from './upload-staging'
import type { UploadTurns } from './upload-turns'

/** What the commands about files, and those who serve them, work with. */
export interface FileServices {
  readonly storage: FileStorage
  readonly staging: UploadStaging
  readonly turns: UploadTurns
  readonly makeImage: MakeImage
  /** The largest file. */
  readonly maxBytes: number
}

/** Under which key an image's smaller form lies. */
export const thumbnailKey = (fileId: string) => `${fileId}_thumbnail`
