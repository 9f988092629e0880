import type { Message } from '@parley/protocol'

/** Names the event that a turn answers: the same message is the same cause, however often the feed is read. */
export function messageCause({ channelId, seq }: Pick<Message, 'channelId' | 'seq'>): string {
  return `${channelId}:${seq}`
}

/** The place in its channel of the message behind a cause; 0 for what was not said in a channel. */
export function seqOfCause(cause: string | null): number {
  return Number(/:(\d+)$/.exec(cause ?? '')?.[1] ?? 0)
}
