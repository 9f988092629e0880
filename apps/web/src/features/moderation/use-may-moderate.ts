import type { ChannelView } from '@parley/client'
import { useMe } from '../../app/use-services'
import { isAdministrator } from '../people/is-administrator'

/** Moderators of the channel, and administrators who are in it. */
export function useMayModerate({ channel, isModerator }: Pick<ChannelView, 'channel' | 'isModerator'>): boolean {
  const me = useMe()
  return channel.kind !== 'direct' && (isModerator || isAdministrator(me))
}
