import type { MessageWindow } from '@parley/client'
import type { Row } from './build-rows'

/** Whether a message of this `seq` lies before what is loaded: the pages between have to be loaded first. */
export const isBeforeWindow = (
  { hasOlder, fromSeq }: Pick<MessageWindow, 'hasOlder' | 'fromSeq'>,
  seq: number | null,
) => seq !== null && hasOlder && seq < fromSeq

/** The row of the message of this `seq`, or -1: it may be the number of another event, or of another channel's message. */
export const indexOfTarget = (rows: readonly Row[], seq: number | null): number =>
  seq === null ? -1 : rows.findIndex((row) => row.kind === 'message' && row.message.seq === seq)
