import { File, FileArchive, FileImage, FileMusic, FilePlay, FileText, type LucideIcon } from 'lucide-react'
import { type FileLook, lookOf } from './file-kind'

const icons: Readonly<Record<FileLook, LucideIcon>> = {
  text: FileText,
  pdf: FileText,
  document: FileText,
  image: FileImage,
  archive: FileArchive,
  sound: FileMusic,
  film: FilePlay,
  other: File,
}

/** null: nobody has looked at it yet. */
export function FileIcon({ mimeType, size = 20 }: { mimeType: string | null; size?: number }) {
  const Icon = icons[mimeType === null ? 'other' : lookOf(mimeType)]
  return <Icon size={size} aria-hidden="true" />
}
