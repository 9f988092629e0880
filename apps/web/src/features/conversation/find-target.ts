import type { MessageWindow } from '@parley/client'
import type { Row } from './build-rows'

/** Whether a window holds the place of a message, by its `seq`, or with null the newest. */
export function isHeld(
  { messages, fromSeq, hasOlder, hasNewer, isOpened, loading }: MessageWindow,
  seq: number | null,
): boolean {
  if (!isOpened || loading) return false
  if (seq === null) return !hasNewer && (messages.length > 0 || !hasOlder)
  return (!hasOlder || seq > fromSeq) && (!hasNewer || seq <= (messages.at(-1)?.seq ?? 0))
}

/** The row of the message of this `seq`, or -1: it may be the number of another event, or of another channel's message. */
export const indexOfTarget = (rows: readonly Row[], seq: number | null): number =>
  seq === null ? -1 : rows.findIndex((row) => row.kind === 'message' && row.message.seq === seq)
