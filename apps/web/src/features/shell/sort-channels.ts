import type { ChannelView, ClientState } from '@parley/client'
import { directPartners } from '../../app/names'

export interface ChannelSections {
  readonly starred: readonly ChannelView[]
  readonly shared: readonly ChannelView[]
  readonly direct: readonly ChannelView[]
}

/** The channels of the sidebar by section and title. Archived ones are not there; the assistant's has its own place. */
export function sortChannels(
  session: ClientState,
  titleOf: (view: ChannelView) => string,
  compare: (one: string, other: string) => number,
): ChannelSections {
  const views = [...session.channels.values()]
    .filter((view) => !view.channel.archivedAt && !isAssistants(view, session))
    .sort((one, other) => compare(titleOf(one), titleOf(other)))
  const others = views.filter(({ isStarred }) => !isStarred)
  return {
    starred: views.filter(({ isStarred }) => isStarred),
    shared: others.filter(({ channel }) => channel.kind !== 'direct'),
    direct: others.filter(({ channel }) => channel.kind === 'direct'),
  }
}

function isAssistants({ channel }: ChannelView, session: ClientState): boolean {
  const partners = channel.kind === 'direct' ? directPartners(channel, session) : []
  return partners.length === 1 && partners[0]?.kind === 'assistant'
}
