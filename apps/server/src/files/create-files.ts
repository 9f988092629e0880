import { join } from 'node:path'
import { createDirectoryStorage } from './directory-storage'
import type { FileServices } from './file-services'
import { createImageProcess } from './image-process'
import { createS3Storage, type S3Settings } from './s3-storage'
import { createUploadStaging } from './upload-staging'
import { createUploadTurns } from './upload-turns'

export interface FileSettings {
  /** Of this machine: uploads under way, and without a bucket everything. */
  readonly directory: string
  readonly maxBytes: number
  readonly s3?: S3Settings | undefined
}

export async function createFiles(settings: FileSettings, programDirectory: string): Promise<FileServices> {
  const { directory, maxBytes, s3 } = settings
  return {
    storage: s3 ? await createS3Storage(s3) : createDirectoryStorage(join(directory, 'files')),
    staging: createUploadStaging(join(directory, 'uploads')),
    turns: createUploadTurns(),
    makeImage: createImageProcess({ entryPath: join(programDirectory, 'image-child.js') }),
    maxBytes,
  }
}
