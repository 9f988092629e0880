import { useServices } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** Sends into the thread that is shown, or else to the channel. */
export function useSend(isAlsoInChannel: boolean): (text: string) => void {
  const { client } = useServices()
  const { channelId, threadId } = useConversation()
  return (text) => void client.send(channelId, text, threadId ? { threadId, isAlsoInChannel } : {})
}
