import type { Message, NotificationLevel } from './entities'

/** Why somebody is told of a message: the nearest reason first. */
export type NotificationReason = 'direct' | 'mention' | 'everyone' | 'thread' | 'channel'

/** A member of the message's channel, as far as it matters to whether they are told. */
export interface Listener {
  readonly userId: string
  readonly isDirect: boolean
  readonly level: NotificationLevel
  readonly isMuted: boolean
  readonly isFollowingThread: boolean
}

type Told = Pick<Message, 'authorId' | 'mentions' | 'isForEveryone' | 'threadId' | 'isAlsoInChannel' | 'deletedAt'>

/**
 * Whether a member is told of a message, and why; null: they are not. The one rule for pages and for Web Push. Whether
 * it is a good moment (`isQuiet`) and whether they have read it already is for the caller to ask.
 */
export function notificationReason(message: Told, listener: Listener): NotificationReason | null {
  if (message.authorId === listener.userId || message.deletedAt !== null || listener.level === 'nothing') return null
  if (message.mentions.some((userId) => userId === listener.userId)) return 'mention'
  // A muted channel is silent but for messages that name the person.
  if (listener.isMuted) return null
  const isShown = message.threadId === null || message.isAlsoInChannel
  if (listener.isDirect && isShown) return 'direct'
  if (message.isForEveryone) return 'everyone'
  if (message.threadId !== null && listener.isFollowingThread) return 'thread'
  return listener.level === 'all' && isShown ? 'channel' : null
}
