import { z } from 'zod'
import { Instant } from './entities'
import { ChannelId, MessageId, ScheduledMessageId } from './ids'

/** A message that its author has written for later. Only they see it. */
export const ScheduledMessage = z.object({
  id: ScheduledMessageId,
  channelId: ChannelId,
  threadId: MessageId.nullable(),
  isAlsoInChannel: z.boolean(),
  text: z.string(),
  sendAt: Instant,
  /** The author's zone when they chose the time: an IANA name. */
  timeZone: z.string(),
  createdAt: Instant,
  /** The code of the error that the sending ended with; null while it waits for its time. */
  failure: z.string().nullable(),
})
export type ScheduledMessage = z.infer<typeof ScheduledMessage>
