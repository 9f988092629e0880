import { z } from 'zod'
import { ChannelId, MessageId, UserId } from './ids'

/** Whether somebody is at their desk: connected and doing something, connected only, or neither. */
export const Presence = z.enum(['active', 'away', 'offline'])
export type Presence = z.infer<typeof Presence>

export const PersonPresence = z.object({ userId: UserId, presence: Presence })
export type PersonPresence = z.infer<typeof PersonPresence>

/** How many people a socket may ask about; the newest question stands. */
export const MOST_WATCHED = 200

/** What a client sends up after it is connected: none of it is stored, and what does not fit is dropped. */
export const UpFrame = z.discriminatedUnion('type', [
  /** Which channel is on the screen (its typing comes down), and whose presence is. */
  z.object({
    type: z.literal('look'),
    channelId: ChannelId.nullable(),
    userIds: z.array(UserId).max(MOST_WATCHED),
  }),
  /** The person is writing in a channel, or in a thread of it. Sent again every few seconds while they do. */
  z.object({ type: z.literal('typing'), channelId: ChannelId, threadId: MessageId.nullable(), isTyping: z.boolean() }),
  /** The person is at this device, or no longer. */
  z.object({ type: z.literal('activity'), isActive: z.boolean() }),
])
export type UpFrame = z.infer<typeof UpFrame>

/** People whose presence is new to this socket. */
export const PresenceFrame = z.object({ type: z.literal('presence'), people: z.array(PersonPresence) })
export type PresenceFrame = z.infer<typeof PresenceFrame>

/** All who are writing in the channel that the socket looks at, and where; the frame before is void. */
export const TypingFrame = z.object({
  type: z.literal('typing'),
  channelId: ChannelId,
  people: z.array(z.object({ userId: UserId, threadId: MessageId.nullable() })),
})
export type TypingFrame = z.infer<typeof TypingFrame>

/** For those who look after reports: the list has changed, ask for it again. */
export const ReportsFrame = z.object({ type: z.literal('reports-changed') })

/** Of what the reader may read, documents or where they come from have changed: ask again. */
export const KnowledgeFrame = z.object({ type: z.literal('knowledge-changed'), what: z.enum(['documents', 'sources']) })

/** For administrators: rules, intents, examples or how messages are read have changed, ask for them again. */
export const UnderstandingFrame = z.object({ type: z.literal('understanding-changed') })

/** What comes down without a number: true for the moment, and never sent again. */
export const EphemeralFrame = z.discriminatedUnion('type', [
  PresenceFrame,
  TypingFrame,
  ReportsFrame,
  KnowledgeFrame,
  UnderstandingFrame,
])
export type EphemeralFrame = z.infer<typeof EphemeralFrame>
