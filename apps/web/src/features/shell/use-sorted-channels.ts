import type { ChannelView } from '@parley/client'
import type { Channel } from '@parley/protocol'
import { useMemo } from 'react'
import { useSession } from '../../app/use-services'
import type { ChannelSections } from './sort-channels'
import { useChannelSections } from './use-channel-sections'

/** The sidebar's channels with what is known of them now. */
export function useSortedChannels(): ChannelSections<ChannelView> {
  const { starred, shared, direct } = useChannelSections()
  const channels = useSession((session) => session.channels)
  return useMemo(() => {
    const views = (listed: readonly Channel[]) => listed.flatMap(({ id }) => channels.get(id) ?? [])
    return { starred: views(starred), shared: views(shared), direct: views(direct) }
  }, [channels, starred, shared, direct])
}
