import type { ChannelId, Message } from '@parley/protocol'

/** Addresses of a conversation: `/c/<channel>`, and `/c/<channel>/m/<seq>` for one message of it. */
export const conversationPath = /^\/c\/(?<channelId>[^/]+)(?:\/m\/(?<seq>[1-9]\d{0,14}))?\/?$/

export const channelPath = (channelId: ChannelId): string => `/c/${channelId}`

/** Whoever opens it sees the message if the server lets them read the channel. */
export const messagePath = ({ channelId, seq }: Pick<Message, 'channelId' | 'seq'>): string =>
  `${channelPath(channelId)}/m/${seq}`

/** The path of an address of this very Parley that leads to a conversation; null for any other address. */
export function pathInParley(address: string, origin: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.origin === origin && conversationPath.test(url.pathname) ? url.pathname : null
}
