import type { ChannelView } from '@parley/client'
import { isRoleAbove, type User } from '@parley/protocol'
import { useMe } from '../../app/use-services'
import { isAdministrator } from '../people/is-administrator'

type Looked = Pick<ChannelView, 'channel' | 'isModerator'>

/** Moderators of the channel, and administrators who are in it. */
const mayModerate = ({ channel, isModerator }: Looked, me: User): boolean =>
  channel.kind !== 'direct' && (isModerator || isAdministrator(me))

/** Where only moderators begin conversations, the others reply in threads. */
export const mayPost = (view: Looked, me: User): boolean =>
  view.channel.rules.post === 'members' || mayModerate(view, me)

/** Every member takes the assistant out; moderators others, but nobody of a higher role than theirs. */
export const mayDismiss = (view: Looked, me: User, user: User | undefined): boolean =>
  user?.kind === 'assistant' || (user !== undefined && mayModerate(view, me) && !isRoleAbove(user.role, me.role))

export function useMayModerate(view: Looked): boolean {
  const me = useMe()
  return mayModerate(view, me)
}
