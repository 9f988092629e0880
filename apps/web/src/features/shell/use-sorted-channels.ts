import { useMemo } from 'react'
import { byName } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useLanguage, useSession } from '../../app/use-services'
import { type ChannelSections, sortChannels } from './sort-channels'

export function useSortedChannels(): ChannelSections {
  const names = useNames()
  const language = useLanguage()
  const session = useSession((it) => it)
  const { channels } = session
  // biome-ignore lint/correctness/useExhaustiveDependencies: names stand for the people that the session holds
  return useMemo(
    () => sortChannels(session, ({ channel }) => names.channel(channel), byName(language)),
    [channels, names, language],
  )
}
