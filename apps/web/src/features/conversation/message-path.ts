import type { ChannelId, Message, MessageId } from '@parley/protocol'

/**
 * Addresses of a conversation: `/c/<channel>`, `/c/<channel>/t/<root>` with a thread beside it, and either with
 * `/m/<seq>` for one message of it.
 */
export const conversationPath =
  /^\/c\/(?<channelId>[^/]+)(?:\/t\/(?<threadId>[^/]+))?(?:\/m\/(?<seq>[1-9]\d{0,14}))?\/?$/

export const channelPath = (channelId: ChannelId): string => `/c/${channelId}`

export const threadPath = (channelId: ChannelId, threadId: MessageId): string =>
  `${channelPath(channelId)}/t/${threadId}`

type Place = Pick<Message, 'channelId' | 'threadId' | 'isAlsoInChannel' | 'seq'>

/** Whoever opens it sees the message, in its thread where the channel does not show it, if they may read the channel. */
export function messagePath({ channelId, threadId, isAlsoInChannel, seq }: Place): string {
  const place = threadId && !isAlsoInChannel ? threadPath(channelId, threadId) : channelPath(channelId)
  return `${place}/m/${seq}`
}

/** The same conversation, without one message of it. */
export const pathWithoutMessage = (path: string): string =>
  conversationPath.test(path) ? path.replace(/\/m\/\d+\/?$/, '') : path

/** The path of an address of this very Parley that leads to a conversation; null for any other address. */
export function pathInParley(address: string, origin: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.origin === origin && conversationPath.test(url.pathname) ? url.pathname : null
}
