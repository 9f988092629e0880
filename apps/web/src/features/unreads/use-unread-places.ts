import { useMemo } from 'react'
import { findAssistantChannel } from '../../app/names'
import { useSession } from '../../app/use-services'
import { useSortedChannels } from '../shell/use-sorted-channels'
import { type UnreadPlace, unreadPlaces } from './unread-places'

/** What is unread, in the order of the sidebar. */
export function useUnreadPlaces(): readonly UnreadPlace[] {
  const { starred, shared, direct } = useSortedChannels()
  const assistant = useSession(findAssistantChannel)
  const threads = useSession((session) => session.threads)
  return useMemo(
    () => unreadPlaces([...(assistant ? [assistant] : []), ...starred, ...direct, ...shared], threads.values()),
    [assistant, starred, direct, shared, threads],
  )
}
