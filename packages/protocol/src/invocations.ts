import { z } from 'zod'
import { ChannelId, InvocationId, MessageId, UserId } from './ids'
import { SlashCommandName } from './integration-texts'

/** Somebody gave a slash command. */
export const Invocation = z.object({
  id: InvocationId,
  name: SlashCommandName,
  /** What followed the name. */
  text: z.string(),
  userId: UserId,
  channelId: ChannelId,
  threadId: MessageId.nullable(),
})
export type Invocation = z.infer<typeof Invocation>

/** An answer that only the one who gave the command sees. */
export const PrivateAnswer = z.object({
  invocationId: InvocationId,
  botId: UserId,
  channelId: ChannelId,
  threadId: MessageId.nullable(),
  text: z.string(),
})
export type PrivateAnswer = z.infer<typeof PrivateAnswer>
