import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useNames } from '../../app/use-names'
import { useMe, useSession } from '../../app/use-services'
import { Avatar } from '../../components/avatar'
import { useOpenDirect } from '../people/use-open-direct'
import { usePeople } from '../people/use-people'
import { ChannelIcon } from '../shell/channel-icon'
import type { PaletteEntry } from './filter-entries'
import { useCommandEntries } from './use-command-entries'

export function usePaletteEntries(): readonly PaletteEntry[] {
  const channels = useChannelEntries()
  const people = usePersonEntries()
  const commands = useCommandEntries()
  return useMemo(() => [...channels, ...people, ...commands], [channels, people, commands])
}

function useChannelEntries(): readonly PaletteEntry[] {
  const [, navigate] = useLocation()
  const names = useNames()
  const channels = useSession((session) => session.channels)
  return useMemo(
    () =>
      [...channels.values()].map((view) => ({
        id: view.channel.id,
        kind: 'channel' as const,
        label: names.channel(view.channel),
        keywords: view.channel.topic ? [view.channel.topic] : [],
        icon: <ChannelIcon channel={view.channel} />,
        run: () => navigate(`/c/${view.channel.id}`),
      })),
    [channels, names, navigate],
  )
}

function usePersonEntries(): readonly PaletteEntry[] {
  const names = useNames()
  const me = useMe()
  const people = usePeople()
  const openDirect = useOpenDirect()
  return useMemo(
    () =>
      people
        .filter((user) => user.id !== me.id)
        .map((user) => ({
          id: user.id,
          kind: 'person' as const,
          label: names.person(user),
          keywords: [user.name, ...user.aliases],
          icon: <Avatar user={user} size={20} />,
          run: () => void openDirect([user.id]),
        })),
    [people, me.id, names, openDirect],
  )
}
