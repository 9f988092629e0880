import { outgoingOf } from '@parley/client'
import type { Message } from '@parley/protocol'
import { useClient, useMe } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/**
 * Opens one's own newest message of these for editing; null when there is none, and while a newer one is on its way:
 * that one is meant, and another must not be changed in its place.
 */
export function useEditLast(messages: readonly Message[]): (() => void) | null {
  const me = useMe()
  const { channelId, threadId, dispatch } = useConversation()
  const isSending = useClient((state) =>
    outgoingOf(state, channelId).some((it) => it.threadId === threadId && it.status !== 'failed'),
  )
  const last = messages.findLast((message) => message.authorId === me.id && !message.deletedAt)
  return last && !isSending ? () => dispatch({ type: 'edit', messageId: last.id }) : null
}
