import { useServices } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** Sends into the thread that is shown, or else to the channel, with the files that were added there. Answers its clientMessageId. */
export function useSend(isAlsoInChannel: boolean): (text: string) => string {
  const { client, attachments } = useServices()
  const { channelId, threadId } = useConversation()
  const place = threadId ?? channelId
  return (text) => {
    const goal = threadId ? { threadId, isAlsoInChannel } : {}
    if (attachments.at(place).length === 0) return client.send(channelId, text, goal)
    const { files, showWith } = attachments.take(place)
    const clientMessageId = client.send(channelId, text, { ...goal, files })
    showWith(clientMessageId)
    return clientMessageId
  }
}
