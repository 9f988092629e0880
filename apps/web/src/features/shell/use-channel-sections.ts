import type { Channel } from '@parley/protocol'
import { useMemo, useState } from 'react'
import { keepSame } from '../../app/keep-same'
import { byName } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useLanguage, useServices, useSession } from '../../app/use-services'
import { type ChannelSections, sortChannels } from './sort-channels'

const NONE: ChannelSections<Channel> = { starred: [], shared: [], direct: [] }

/** The sidebar's channels. The same until one comes, goes, or is changed itself: not by what is said in it. */
export function useChannelSections(): ChannelSections<Channel> {
  const { client } = useServices()
  const names = useNames()
  const language = useLanguage()
  const [keep] = useState(() => keepSame<Channel | boolean>())
  const standing = useSession(({ channels }) =>
    keep([...channels.values()].flatMap(({ channel, isStarred }) => [channel, isStarred])),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of the state is sorted is what is standing
  return useMemo(() => {
    const { session } = client.getState()
    return session ? sortChannels(session, names.channel, byName(language)) : NONE
  }, [client, standing, names, language])
}
