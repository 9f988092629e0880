import type { ChannelView } from '@parley/client'
import { isRoleAbove, type User } from '@parley/protocol'
import { isAdministrator } from '../people/is-administrator'

/*
 * What somebody may do in a channel, as the server has it (`policies/channel-policy.ts`): nobody is offered what would
 * be refused.
 */

export type Looked = Pick<ChannelView, 'isModerator'> & {
  readonly channel: Pick<ChannelView['channel'], 'kind' | 'rules' | 'archivedAt'>
}
type Reader = Pick<User, 'role'>

/** Moderators of the channel, and administrators who are in it. */
export const mayModerate = ({ channel, isModerator }: Looked, me: Reader): boolean =>
  channel.kind !== 'direct' && (isModerator || isAdministrator(me))

/** What a channel leaves to its members, every member may; the rest is its moderators'. */
const isLeft = (view: Looked, rule: keyof Looked['channel']['rules'], me: Reader): boolean =>
  view.channel.rules[rule] === 'members' || mayModerate(view, me)

/** Where only moderators begin conversations, the others reply in threads. */
export const mayPost = (view: Looked, me: Reader): boolean => isLeft(view, 'post', me)

/** Their own words, that is. */
export const mayEdit = ({ channel }: Looked): boolean => channel.archivedAt === null

export const mayCallEverybody = (view: Looked, me: Reader): boolean => isLeft(view, 'callEverybody', me)

export const mayPin = (view: Looked, me: Reader): boolean =>
  view.channel.archivedAt === null && me.role !== 'guest' && isLeft(view, 'pin', me)

/** Direct channels are closed: another one is opened with more people. */
export const mayInvite = (view: Looked, me: Reader): boolean =>
  view.channel.kind !== 'direct' && me.role !== 'guest' && isLeft(view, 'invite', me)

/** Every member takes the assistant out; moderators others, but nobody of a higher role than theirs. */
export const mayDismiss = (view: Looked, me: Reader, user: User | undefined): boolean =>
  user?.kind === 'assistant' || (user !== undefined && mayModerate(view, me) && !isRoleAbove(user.role, me.role))
