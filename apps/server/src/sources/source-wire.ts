import type { Refusal } from '../library/library-wire'
import type { FoundItem, SourceSeen, SourceToLookAt } from './found-item'

/** What the thread is started with. */
export interface SourceStart {
  readonly databaseUrl: string
  readonly source: SourceToLookAt
}

/** The server asks for one thing at a time: what is not taken in yet is not read yet. */
export type ToSourceThread = { readonly type: 'next' } | { readonly type: 'stop' }

export type FromSourceThread =
  | { readonly type: 'found'; readonly item: FoundItem }
  | { readonly type: 'seen'; readonly seen: SourceSeen }
  | { readonly type: 'failed'; readonly refusal: Refusal }
