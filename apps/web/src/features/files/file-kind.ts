import type { FileInfo } from '@parley/protocol'

export type FileLook = 'text' | 'pdf' | 'image' | 'archive' | 'sound' | 'film' | 'document' | 'other'

const looks: readonly (readonly [pattern: RegExp, look: FileLook])[] = [
  [/^text\//, 'text'],
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/^audio\//, 'sound'],
  [/^video\//, 'film'],
  [/^application\/(zip|gzip|x-(tar|7z|rar|bzip2?|xz|zip).*|zstd)/, 'archive'],
  [/^application\/(msword|rtf|x-cfb|vnd\.(ms-|openxmlformats-|oasis\.opendocument))/, 'document'],
]

/** What a file is to people. */
export const lookOf = (mimeType: string): FileLook => looks.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'other'

/** Shown in its own shape, not as a card. */
export const isPicture = (file: FileInfo): file is FileInfo & { width: number; height: number } =>
  file.width !== null && file.height !== null

export const hasPreview = (file: FileInfo): boolean => ['text', 'pdf'].includes(lookOf(file.mimeType))

export const fileUrl = (id: string): string => `/api/files/${id}`
export const thumbnailUrl = (id: string): string => `/api/files/${id}/thumbnail`
