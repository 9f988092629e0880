import type { UserId } from '@parley/protocol'

/** Under which the browser remembers the channel that somebody read last. */
export const lastChannelKey = (userId: UserId): string => `parley.last-channel.${userId}`
