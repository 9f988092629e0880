import type { Feed } from './feed'
import { type LoadFailure, useLoading } from './use-loading'
import type { RowList } from './use-row-list'

/** Rows from an end of what is held at which the next page is asked for: before it comes in sight. */
const NEAR_ROWS = 20

export interface TurnPages {
  readonly feed: Feed
  readonly list: RowList
  readonly isReady: boolean
}

/** Loads the pages before and after what is held, as the reader comes near them. */
export function useTurnPages({ feed, list, isReady }: TurnPages): LoadFailure | null {
  const { window, loadOlder, loadNewer } = feed
  const { hasOlder, hasNewer, loading } = window
  const { count } = list.options
  const first = list.range?.startIndex ?? count
  const last = list.range?.endIndex ?? 0
  const isIdle = isReady && loading === null
  const older = useLoading(loadOlder, isIdle && hasOlder && first < NEAR_ROWS)
  const newer = useLoading(loadNewer, isIdle && hasNewer && last >= count - NEAR_ROWS)
  return older ?? newer
}
