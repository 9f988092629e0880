import type { SourceFailure, SourceSecret, SourceSettings } from '@parley/protocol'
import type { IncomingDocument } from '../commands/knowledge/add-document'

/** What is remembered of something that a source held before. */
export interface KnownItem {
  readonly fingerprint: string | null
  readonly memory: object | null
}

/** Something that a source holds now. */
export type FoundItem =
  | { readonly key: string; readonly state: 'same' }
  /** It says itself that it is no more. */
  | { readonly key: string; readonly state: 'gone' }
  /** Somebody may still be writing it: to be looked at again when it has rested, in so many milliseconds. */
  | { readonly key: string; readonly state: 'unsettled'; readonly restsInMs: number }
  | { readonly key: string; readonly state: 'failed'; readonly failure: SourceFailure; readonly fingerprint?: string }
  | FoundDocument

export interface FoundDocument {
  readonly key: string
  readonly state: 'read'
  readonly title: string
  readonly fingerprint: string
  readonly content: IncomingDocument['content']
  readonly memory?: object
  readonly origin?: string
}

/** What is to be said when all was looked at. */
export interface SourceSeen {
  /** Whether what was not found is gone; not so when more was there than is taken. */
  readonly isWhole: boolean
  /** What the source wants to remember of the whole. */
  readonly memory?: object
  /** Folders in which something may change. */
  readonly directories?: readonly string[]
}

/** Where a source may look; set by the administrator. */
export interface SourceLimits {
  /** Beneath these directories. */
  readonly directories: readonly string[]
  /** Beside the internet: host names, addresses, networks. */
  readonly hosts: readonly string[]
  /** For what has to lie on a disk for a while. */
  readonly workDirectory: string
}

export interface SourceToRead<Settings extends SourceSettings = SourceSettings> {
  readonly sourceId: string
  readonly settings: Settings
  readonly secret: SourceSecret | null
  readonly known: ReadonlyMap<string, KnownItem>
  readonly memory: object | null
  readonly limits: SourceLimits
}

/** What the thread that looks is told. What was known it asks the database: thousands of pages with their links take long to hand over. */
export type SourceToLookAt<Settings extends SourceSettings = SourceSettings> = Omit<SourceToRead<Settings>, 'known'>

/** So many documents a source; the index is searched as a whole, and one source must not fill it. */
export const MOST_DOCUMENTS = 20_000
/** As for a file that somebody uploads. */
export const LARGEST_FILE = 50 * 1024 * 1024
