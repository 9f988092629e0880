/** What an address says of a channel's list: which message to show, and whether a thread stands beside it. */
export interface ListAddress {
  readonly seq: number | null
  readonly hasThread: boolean
}

/**
 * The message that the channel's list shows, by its `seq`. Opening and closing a thread beside the list moves nothing in
 * it, whatever the address said before.
 */
export function holdTarget(held: number | null, before: ListAddress, now: ListAddress): number | null {
  if (now.hasThread) return held
  return before.hasThread && now.seq === null ? held : now.seq
}
