import type { ChannelId, User } from '@parley/protocol'
import { useMemo } from 'react'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { mayPost } from '../moderation/channel-rights'
import { usePeople } from '../people/use-people'
import { useSortedChannels } from '../shell/use-sorted-channels'

interface Named {
  /** What it is found by; the first is shown. */
  readonly names: readonly string[]
}

/** Where a message can be sent: a channel of the reader's, or a person. */
export type Destination =
  | (Named & { readonly kind: 'channel'; readonly channelId: ChannelId; readonly isPrivate: boolean })
  | (Named & { readonly kind: 'person'; readonly user: User })

export const destinationKey = (destination: Destination): string =>
  destination.kind === 'channel' ? destination.channelId : destination.user.id

/** Channels first, group talks among them, then everybody. */
export function useDestinations(): readonly Destination[] {
  const names = useNames()
  const people = usePeople()
  const me = useSession((session) => session.me)
  const { starred, shared, direct } = useSortedChannels()
  return useMemo(() => {
    const groups = direct.filter(({ channel }) => (channel.directUserIds?.length ?? 0) > 2)
    const shownFirst = starred.filter(({ channel }) => channel.kind !== 'direct')
    const channels = [...shownFirst, ...shared, ...groups].filter((view) => mayPost(view, me))
    return [
      ...channels.map(
        ({ channel }): Destination => ({
          kind: 'channel',
          names: [names.channel(channel)],
          channelId: channel.id,
          isPrivate: channel.kind !== 'public',
        }),
      ),
      ...people
        .filter((user) => user.id !== me.id)
        .map((user): Destination => ({ kind: 'person', names: [names.person(user), ...user.aliases], user })),
    ]
  }, [names, people, me, starred, shared, direct])
}
