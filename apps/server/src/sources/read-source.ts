import type { FoundItem, SourceSeen, SourceToRead } from './found-item'
import { readGit } from './git/read-git'
import { readFolder } from './read-folder'
import { readWebsite } from './website/read-website'

/** Looks at a source of whatever kind. */
export function readSource(source: SourceToRead, signal: AbortSignal): AsyncGenerator<FoundItem, SourceSeen> {
  const { settings } = source
  switch (settings.kind) {
    case 'folder':
      return readFolder({ ...source, settings })
    case 'website':
      return readWebsite({ ...source, settings }, signal)
    case 'git':
      return readGit({ ...source, settings }, signal)
    case 'api':
      throw new Error('programs hand documents in; there is nothing to look at')
  }
}
