import { useCallback, useState } from 'react'
import { useConversation } from './conversation-state'
import type { Feed } from './feed'
import { isHeld } from './find-target'
import { type LoadFailure, useLoading } from './use-loading'

export interface Opening {
  /** Whether there is something to show; what one goes to may still be on its way. */
  readonly isReady: boolean
  /** Whether what the address asks for is held. */
  readonly isPlaced: boolean
  readonly failure: LoadFailure | null
  /** Goes once more to what the address asks for. */
  reopen(): void
}

/**
 * Loads what a list opens with, or is sent to by another address: what stands around a message, else the newest. From
 * then on the reader goes where they like.
 */
export function useOpening(feed: Feed): Opening {
  const { targetSeq } = useConversation()
  const { window, loadOlder, loadAround } = feed
  const [placedFor, setPlacedFor] = useState<number | null>()
  const isHere = isHeld(window, targetSeq)
  const isPlaced = window.isOpened && placedFor === targetSeq
  if (!window.isOpened && placedFor !== undefined) setPlacedFor(undefined)
  else if (isHere && !isPlaced) setPlacedFor(targetSeq)
  const load = useCallback(
    () => (targetSeq === null && !window.hasNewer ? loadOlder() : loadAround(targetSeq)),
    [loadOlder, loadAround, targetSeq, window.hasNewer],
  )
  const failure = useLoading(load, !isPlaced && !isHere)
  const reopen = useCallback(() => setPlacedFor(undefined), [])
  return { isReady: window.isOpened && placedFor !== undefined, isPlaced, failure, reopen }
}
