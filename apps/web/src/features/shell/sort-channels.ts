import type { ChannelView, ClientState } from '@parley/client'
import type { Channel } from '@parley/protocol'
import { directPartners } from '../../app/names'

export interface ChannelSections<Listed = ChannelView> {
  readonly starred: readonly Listed[]
  readonly shared: readonly Listed[]
  readonly direct: readonly Listed[]
}

/** What sorting asks of the state. */
type Sorted = Pick<ClientState, 'me' | 'users'> & {
  readonly channels: ReadonlyMap<string, Pick<ChannelView, 'channel' | 'isStarred'>>
}

/** The channels of the sidebar by section and title. Archived ones are not there; the assistant's has its own place. */
export function sortChannels(
  session: Sorted,
  titleOf: (channel: Channel) => string,
  compare: (one: string, other: string) => number,
): ChannelSections<Channel> {
  const listed = [...session.channels.values()]
    .filter(({ channel }) => !channel.archivedAt && !isAssistants(channel, session))
    .map(({ channel, isStarred }) => ({ channel, isStarred, title: titleOf(channel) }))
    .sort((one, other) => compare(one.title, other.title))
  const channelsWhere = (isMeant: (it: (typeof listed)[number]) => boolean) =>
    listed.filter(isMeant).map(({ channel }) => channel)
  return {
    starred: channelsWhere(({ isStarred }) => isStarred),
    shared: channelsWhere(({ channel, isStarred }) => !isStarred && channel.kind !== 'direct'),
    direct: channelsWhere(({ channel, isStarred }) => !isStarred && channel.kind === 'direct'),
  }
}

function isAssistants(channel: Channel, session: Sorted): boolean {
  const partners = channel.kind === 'direct' ? directPartners(channel, session) : []
  return partners.length === 1 && partners[0]?.kind === 'assistant'
}
