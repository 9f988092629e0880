import type { Readable } from 'node:stream'
import type { ImportProblem, PostedAs } from '@parley/protocol'

/*
 * What another messenger's archive says, in one form for all of them. Keys are the archive's own ids: with the name of
 * their source they tell, at the next import, what is here already.
 */

export type ImportSource = 'slack' | 'mattermost' | 'parley'

export interface ArchivedPerson {
  readonly key: string
  readonly name: string
  /** Other names that they are called by: their handle. */
  readonly aliases: readonly string[]
  readonly email: string | null
  readonly isActive: boolean
  readonly kind: 'person' | 'bot'
  /** Rights over the workspace are given here, not by a file: administrators arrive as members. */
  readonly role: 'member' | 'guest'
  readonly timeZone: string | null
  readonly language: 'zh' | 'en' | null
  /** Where their picture lies in the archive, if it does. */
  readonly picturePath?: string | null
}

export interface ArchivedChannel {
  readonly key: string
  readonly kind: 'public' | 'private' | 'direct'
  /** Empty for direct channels. */
  readonly name: string
  readonly topic: string
  readonly purpose: string
  readonly memberKeys: readonly string[]
  readonly isArchived: boolean
}

export interface ArchivedReaction {
  /** A character, or `:name:` of a team's own emoji. */
  readonly emoji: string
  readonly personKeys: readonly string[]
}

export interface ArchivedFile {
  readonly name: string
  /** Where its bytes lie in the archive; null where the archive holds only an address. */
  readonly path: string | null
  readonly url: string | null
}

export interface ArchivedMessage {
  /** Unique in the archive, and the same in a later one. */
  readonly key: string
  readonly channelKey: string
  readonly authorKey: string
  readonly sentAt: Date
  /** Markdown. */
  readonly text: string
  /** Key of the message whose thread this one belongs to. */
  readonly threadKey: string | null
  readonly isAlsoInChannel: boolean
  /** A thread hangs on it: what its replies have to find is remembered. */
  readonly hasReplies: boolean
  readonly editedAt: Date | null
  readonly isPinned: boolean
  readonly reactions: readonly ArchivedReaction[]
  readonly files: readonly ArchivedFile[]
  /** Of a program's message: what it called itself there. */
  readonly postedAs?: PostedAs | undefined
}

/** Something of the archive that cannot be taken over, and where it stands. */
export interface ArchiveProblem {
  readonly place: string
  readonly problem: ImportProblem
  readonly detail: string
}

export type OnProblem = (problem: ArchiveProblem) => void

/** In the order of their arrival: people and channels before the messages that name them, a thread's first message before its replies. */
export type ArchiveRecord =
  | { readonly type: 'person'; readonly person: ArchivedPerson }
  | { readonly type: 'channel'; readonly channel: ArchivedChannel }
  | { readonly type: 'member'; readonly channelKey: string; readonly personKey: string }
  | { readonly type: 'message'; readonly message: ArchivedMessage }

/** An opened archive, read from front to back once. */
export interface Archive {
  readonly source: ImportSource
  /** Bytes to read, for the time that is left. */
  readonly weight: number
  weightRead(): number
  records(): AsyncIterable<ArchiveRecord>
  /** In bytes, of an attached file; null: it is not there. */
  sizeOf(path: string): number | null
  openFile(path: string): Promise<Readable>
  close(): Promise<void>
}
