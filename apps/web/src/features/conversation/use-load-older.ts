import type { ChannelView } from '@parley/client'
import { useCallback, useEffect, useState } from 'react'
import { useServices } from '../../app/use-services'

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
 * Loads a channel's newest page when it is opened, and the page before the first one while it is wanted: its place is in
 * sight, or a message before it is sought.
 * Answers why it failed, or null; nothing more is asked for until somebody retries.
 */
export function useLoadOlder(view: ChannelView, isOlderWanted: boolean): OlderFailure | null {
  const { client } = useServices()
  const [attempt, setAttempt] = useState<Attempt>(idle)
  const channelId = view.channel.id
  const { hasOlder, isLoading, isOpened } = view.window
  const isWanted = !isOpened || (isOlderWanted && hasOlder)
  // A window made anew, after a loss of events, starts without the failure of the one before.
  useEffect(() => {
    if (!isOpened) setAttempt(idle)
  }, [isOpened])
  useEffect(() => {
    if (!isWanted || isLoading || attempt.phase !== 'idle') return
    setAttempt({ phase: 'running' })
    client.loadOlder(channelId).then(
      () => setAttempt(idle),
      (error: unknown) => setAttempt({ phase: 'failed', error }),
    )
  }, [client, channelId, isWanted, isLoading, attempt])
  const retry = useCallback(() => setAttempt(idle), [])
  return attempt.phase === 'failed' ? { error: attempt.error, retry } : null
}
