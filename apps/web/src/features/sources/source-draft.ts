import type { CollectionId, DocumentSource, SourceKind, SourceSecret, SourceSettings } from '@parley/protocol'

/** What is being filled in, as text where people write text. */
export interface SourceDraft {
  readonly kind: SourceKind
  readonly name: string
  readonly collectionId: CollectionId | null
  readonly directory: string
  readonly address: string
  readonly pathPrefix: string
  readonly maxPages: string
  readonly maxDepth: string
  readonly branch: string
  /** What is kept is never shown again: empty leaves it. */
  readonly username: string
  readonly password: string
  readonly patterns: string
  /** Empty: only when somebody asks. */
  readonly everyMinutes: string
}

/** How often each kind is looked at unless somebody says otherwise. */
export const USUAL_MINUTES: Readonly<Record<SourceKind, string>> = { folder: '15', website: '1440', git: '60', api: '' }

export const NEW_SOURCE: SourceDraft = {
  ...{ kind: 'website', name: '', collectionId: null, directory: '', address: '', pathPrefix: '' },
  ...{
    maxPages: '500',
    maxDepth: '5',
    branch: '',
    username: '',
    password: '',
    patterns: '',
    everyMinutes: USUAL_MINUTES.website,
  },
}

export function draftOf({ name, collectionId, settings, everyMinutes }: DocumentSource): SourceDraft {
  const draft = { ...NEW_SOURCE, kind: settings.kind, name, collectionId, everyMinutes: String(everyMinutes ?? '') }
  switch (settings.kind) {
    case 'folder':
      return { ...draft, directory: settings.directory, patterns: settings.patterns.join(', ') }
    case 'website': {
      const { address, pathPrefix, maxPages, maxDepth } = settings
      return { ...draft, address, pathPrefix: pathPrefix ?? '', maxPages: `${maxPages}`, maxDepth: `${maxDepth}` }
    }
    case 'git': {
      const { address, branch, patterns } = settings
      return { ...draft, address, branch: branch ?? '', patterns: patterns.join(', ') }
    }
    case 'api':
      return draft
  }
}

/** What the form says; what it does not show stays as it was. */
export function settingsOf(draft: SourceDraft, former: SourceSettings | null): SourceSettings {
  const address = draft.address.trim()
  const patterns = draft.patterns.split(/[,，\n]/).flatMap((pattern) => pattern.trim() || [])
  switch (draft.kind) {
    case 'folder':
      return { kind: 'folder', directory: draft.directory.trim(), patterns }
    case 'website':
      return {
        ...{ kind: 'website', address, pathPrefix: draft.pathPrefix.trim() || null },
        ...{ maxPages: Number(draft.maxPages), maxDepth: Number(draft.maxDepth) },
        delayMs: former?.kind === 'website' ? former.delayMs : 500,
      }
    case 'git':
      return { kind: 'git', address, branch: draft.branch.trim() || null, patterns }
    case 'api':
      return { kind: 'api' }
  }
}

/** What is said of a password or token; nothing where nothing is. */
export const secretOf = ({ kind, username, password }: SourceDraft): { secret?: SourceSecret } =>
  kind === 'git' && password !== '' ? { secret: { username: username.trim(), password } } : {}

export const minutesOf = ({ everyMinutes }: SourceDraft): number | null =>
  everyMinutes === '' ? null : Number(everyMinutes)
