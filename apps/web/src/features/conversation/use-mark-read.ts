import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Feed } from './feed'
import { useIsRewound } from './use-is-rewound'

/** Moves the read position when the newest message is on the screen of somebody who is there. */
export function useMarkRead(feed: Feed, isNewestInSight: boolean): void {
  const isWatching = useIsWatching()
  const told = useRef(0)
  const { newest, readNumber, markRead } = feed
  const isRewound = useIsRewound(readNumber)
  useEffect(() => {
    if (!isWatching || !isNewestInSight || isRewound || newest <= Math.max(readNumber, told.current)) return
    told.current = newest
    // When it fails they stay unread, which is true of what the server knows; the next message asks again.
    markRead(newest).catch(() => {
      told.current = 0
    })
  }, [markRead, isWatching, isNewestInSight, isRewound, newest, readNumber])
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

const useIsWatching = (): boolean => useSyncExternalStore(subscribe, () => !document.hidden)
