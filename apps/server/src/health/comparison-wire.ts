import type { Comparison } from '@parley/knowledge'

/** What the thread that compares documents is started with. */
export interface ComparisonStart {
  readonly databaseUrl: string
  readonly workspaceId: string
}

export type FromComparison =
  | { readonly type: 'compared'; readonly comparison: Comparison }
  | { readonly type: 'failed'; readonly reason: string }
