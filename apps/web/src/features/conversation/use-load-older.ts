import type { ChannelView } from '@parley/client'
import { useCallback, useEffect, useState } from 'react'
import { useServices } from '../../app/use-services'

export interface OlderFailure {
  readonly error: unknown
  retry(): void
}

/** Loads the page before the first one while its place is in sight. Answers why it failed, or null. */
export function useLoadOlder(view: ChannelView, isInSight: boolean): OlderFailure | null {
  const { client } = useServices()
  const [error, setError] = useState<unknown>(null)
  const channelId = view.channel.id
  const { hasOlder, isLoading, fromSeq } = view.window
  // biome-ignore lint/correctness/useExhaustiveDependencies: fromSeq stands for "another page has come"
  useEffect(() => {
    if (!isInSight || !hasOlder || isLoading || error !== null) return
    client.loadOlder(channelId).catch(setError)
  }, [client, channelId, isInSight, hasOlder, isLoading, error, fromSeq])
  const retry = useCallback(() => setError(null), [])
  return error === null ? null : { error, retry }
}
