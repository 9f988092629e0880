import { useServices } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** Sends into the open channel: in the thread that is being answered, or to the channel. */
export function useSend(): (text: string) => void {
  const { client } = useServices()
  const { channelId, focus, dispatch } = useConversation()
  const { replyingTo } = focus
  return (text) => {
    const threadId = replyingTo && (replyingTo.threadId ?? replyingTo.id)
    client.send(channelId, text, threadId ? { threadId, isAlsoInChannel: true } : {})
    dispatch({ type: 'leave' })
  }
}
