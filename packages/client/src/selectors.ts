import { type ChannelId, ParleyError } from '@parley/protocol'
import type { ChannelView } from './client-state'
import type { OutgoingMessage } from './outgoing-message'
import type { ParleyClientState } from './parley-client-state'

type Counted = Pick<ChannelView, 'lastMessageNumber' | 'readNumber' | 'unreadDeleted'>

/** Messages in the channel that this person has not read. */
export function unreadCount({ lastMessageNumber, readNumber, unreadDeleted }: Counted): number {
  const deleted = unreadDeleted.filter((number) => number <= lastMessageNumber)
  return Math.max(0, lastMessageNumber - readNumber - deleted.length)
}

const NONE: readonly OutgoingMessage[] = []

/** Messages of a channel on their way, oldest first. The same array until something about them changes. */
export function outgoingOf(state: ParleyClientState, channelId: ChannelId): readonly OutgoingMessage[] {
  return state.outgoing.get(channelId) ?? NONE
}

/** Whether the server is there and its database is not: what is loaded can be read, and what is written waits. */
export function isDatabaseAway({ status, serverSays, problem }: ParleyClientState): boolean {
  if (status === 'live') return serverSays?.database === 'unavailable'
  return problem instanceof ParleyError && problem.code === 'database_unavailable'
}
