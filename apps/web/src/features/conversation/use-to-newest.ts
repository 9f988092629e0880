import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useConversation } from './conversation-state'
import type { Feed } from './feed'
import { pathWithoutMessage } from './message-path'
import type { RowList } from './use-row-list'

export interface ToNewestOptions {
  readonly feed: Feed
  readonly list: RowList
  reopen(): void
}

/** Leads back to the newest message; so does sending one. */
export function useToNewest({ feed, list, reopen }: ToNewestOptions): () => void {
  const { targetSeq } = useConversation()
  const [path, navigate] = useLocation()
  const search = useSearch()
  const { hasNewer } = feed.window
  const toNewest = useCallback(() => {
    const plain = pathWithoutMessage(path)
    if (plain !== path) navigate(plain + (search && `?${search}`), { replace: true })
    if (targetSeq === null && hasNewer) reopen()
    else list.scrollToEnd({ behavior: 'auto' })
  }, [path, search, navigate, targetSeq, hasNewer, reopen, list])
  const last = feed.outgoing.at(-1)?.clientMessageId
  const seen = useRef(last)
  useEffect(() => {
    const isNew = last !== undefined && last !== seen.current
    seen.current = last ?? seen.current
    if (isNew) toNewest()
  }, [last, toNewest])
  return toNewest
}
