import type { ChannelId, Event } from '@parley/protocol'
import { useCallback } from 'react'
import { useQuery } from '../../app/use-query'
import { useReloadOn } from '../collected/use-reload-on'

/** Who is in a channel and who looks after it, asked again when the latter changes. */
export function useMembersQuery(channelId: ChannelId) {
  const { loaded, reload } = useQuery('channels.members', { channelId })
  const isNews = useCallback(
    (event: Event) => event.type === 'moderator-changed' && (event.streamId as string) === channelId,
    [channelId],
  )
  useReloadOn(isNews, reload)
  return { loaded, reload }
}
