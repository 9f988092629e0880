import { type ChannelView, unreadCount } from '@parley/client'
import type { Channel } from '@parley/protocol'

/** How loudly a channel asks to be read. */
export interface ChannelSignal {
  readonly isUnread: boolean
  /** Messages that are meant for the person: all of a direct channel, elsewhere those that name them. */
  readonly calls: number
}

/** What of a channel's view says so. */
export interface Signalled
  extends Pick<ChannelView, 'lastMessageNumber' | 'readNumber' | 'unreadDeleted' | 'unreadMentions' | 'isMuted'> {
  readonly channel: Pick<Channel, 'kind' | 'archivedAt'>
}

/** A muted channel is silent but for messages that name the person. */
export function channelSignal(view: Signalled): ChannelSignal {
  const unread = unreadCount(view)
  const isUnread = unread > 0 && !view.isMuted
  const isDirect = view.channel.kind === 'direct'
  return { isUnread, calls: isDirect && !view.isMuted ? unread : view.unreadMentions.length }
}

/** What the page's title counts: calls in all channels that are not muted. */
export function countCalls(views: Iterable<Signalled>): number {
  return [...views]
    .filter(({ channel, isMuted }) => !channel.archivedAt && !isMuted)
    .reduce((sum, view) => sum + channelSignal(view).calls, 0)
}
