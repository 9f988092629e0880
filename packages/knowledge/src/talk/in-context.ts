import type { SaidMessage } from './said-message'

/** A message with its place, in the order of what was said. */
export interface PlacedMessage extends Omit<SaidMessage, 'before'> {
  /** The conversation that it stands in, threads apart. */
  readonly channelId: string
}

/** So many messages before one tell what it is about, as long as the conversation did not rest so long. */
const MOST_BEFORE = 3
const LONGEST_REST_MS = 3 * 3_600_000

/** Messages, oldest first, with what was said before them, in the channel or in their thread, whose beginning always belongs to them. */
export function inContext(messages: readonly PlacedMessage[]): SaidMessage[] {
  const places = new Map<string, readonly PlacedMessage[]>()
  return messages.map((message) => {
    const { id, speakerId, text, at, channelId, threadId } = message
    const place = threadId ?? channelId
    const said = places.get(place) ?? []
    places.set(place, [...said.slice(1 - MOST_BEFORE), message])
    return { id, speakerId, text, at, threadId, before: [...nearest(said, at), ...(threadId ? [threadId] : [])] }
  })
}

function nearest(said: readonly PlacedMessage[], at: number): string[] {
  const near = said.filter((other) => at - other.at < LONGEST_REST_MS)
  return near.map(({ id }) => id).toReversed()
}
