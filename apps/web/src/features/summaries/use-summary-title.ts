import type { ChannelId, MessageId } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

export function useSummaryTitle(channelId: ChannelId, threadId: MessageId | null): string {
  const text = useText()
  const names = useNames()
  const channel = useSession((session) => session.channels.get(channelId)?.channel)
  const name = channel ? names.channel(channel) : ''
  return text(threadId ? 'web.summary.ofThread' : 'web.summary.ofChannel', { channel: name })
}
