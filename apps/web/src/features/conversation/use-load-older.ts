import { useCallback, useEffect, useState } from 'react'
import type { Feed } from './feed'

export interface OlderFailure {
  readonly error: unknown
  retry(): void
}

type Attempt =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }

const idle: Attempt = { phase: 'idle' }

/**
 * Loads the newest page when the list is opened, and the page before the first one while it is wanted: its place is in
 * sight, or a message before it is sought.
 * Answers why it failed, or null; nothing more is asked for until somebody retries.
 */
export function useLoadOlder(feed: Feed, isOlderWanted: boolean): OlderFailure | null {
  const [attempt, setAttempt] = useState<Attempt>(idle)
  const { loadOlder } = feed
  const { hasOlder, isLoading, isOpened } = feed.window
  const isWanted = !isOpened || (isOlderWanted && hasOlder)
  // A window made anew, after a loss of events, starts without the failure of the one before.
  useEffect(() => {
    if (!isOpened) setAttempt(idle)
  }, [isOpened])
  useEffect(() => {
    if (!isWanted || isLoading || attempt.phase !== 'idle') return
    setAttempt({ phase: 'running' })
    loadOlder().then(
      () => setAttempt(idle),
      (error: unknown) => setAttempt({ phase: 'failed', error }),
    )
  }, [loadOlder, isWanted, isLoading, attempt])
  const retry = useCallback(() => setAttempt(idle), [])
  return attempt.phase === 'failed' ? { error: attempt.error, retry } : null
}
