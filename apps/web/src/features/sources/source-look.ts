import type { SourceKind, SourceSettings } from '@parley/protocol'
import { FolderSync, GitBranch, Globe, type LucideIcon, Plug } from 'lucide-react'

export const SOURCE_ICONS: Readonly<Record<SourceKind, LucideIcon>> = {
  folder: FolderSync,
  website: Globe,
  git: GitBranch,
  api: Plug,
}

/** Where a source looks, in one line. */
export function placeOf(settings: SourceSettings): string | null {
  switch (settings.kind) {
    case 'folder':
      return settings.directory
    case 'website':
      return settings.address
    case 'git':
      return settings.branch === null ? settings.address : `${settings.address} · ${settings.branch}`
    case 'api':
      return null
  }
}
