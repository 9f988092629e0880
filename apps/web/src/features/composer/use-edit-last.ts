import type { Message } from '@parley/protocol'
import { useMe } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'

/** Opens one's own newest message of these for editing; null when there is none. */
export function useEditLast(messages: readonly Message[]): (() => void) | null {
  const me = useMe()
  const { dispatch } = useConversation()
  const last = messages.findLast((message) => message.authorId === me.id && !message.deletedAt)
  return last ? () => dispatch({ type: 'edit', messageId: last.id }) : null
}
