import type { ChannelId, MessageId } from '@parley/protocol'

/** What is written and where it is to go. */
export interface Letter {
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  readonly isAlsoInChannel: boolean
  readonly text: string
}
